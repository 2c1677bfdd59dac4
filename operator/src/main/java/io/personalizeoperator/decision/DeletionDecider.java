package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.OwnerTags.Owner;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do about a custom resource that is being deleted. Safety rule 4: only what the tags say
 * is ours is deleted, by ARN; when in doubt it stays.
 */
final class DeletionDecider<R extends PersonalizeResource<?, ?>, D> {
  /** Tags read longer ago than this are read again before a deletion. */
  private static final Duration TAGS_HOLD = Duration.ofMinutes(1);

  private static final Duration CONFIRM_EVERY = Duration.ofSeconds(30);

  private final KindDecider<R, D> kind;
  private final OwnershipDecider<R, D> ownership;

  DeletionDecider(KindDecider<R, D> kind, OwnershipDecider<R, D> ownership) {
    this.kind = kind;
    this.ownership = ownership;
  }

  Step decide(Observed<R, D> observed) {
    return suspended(observed)
        .or(() -> published(observed))
        .or(() -> nothingToDelete(observed))
        .or(() -> LifecycleDecider.wrongAccount(observed))
        .or(() -> dependents(observed))
        .or(() -> unread(observed))
        .orElseGet(
            () ->
                kind.current(observed)
                    .map(live -> present(observed, live))
                    .orElseGet(() -> absent(observed)));
  }

  private Optional<Step> suspended(Observed<R, D> observed) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Step.rest(
                Verdict.suspended(
                    "The deletion waits: spec.suspend is true. Set it to false to go on.", false)))
        : Optional.empty();
  }

  private Optional<Step> published(Observed<R, D> observed) {
    return Optional.ofNullable(observed.before().published())
        .map(
            from ->
                Step.act(deleting("The published ARN is removed."), new Action.Unpublish(from)));
  }

  /** Retain, or a kind that AWS cannot delete; but what never became ACTIVE holds nothing. */
  private Optional<Step> nothingToDelete(Observed<R, D> observed) {
    boolean retain = observed.resource().getSpec().deletionPolicy() == DeletionPolicy.Retain;
    boolean failed = "CREATE FAILED".equals(observed.before().awsStatus());
    boolean undeletable = kind.delete("").isEmpty();
    return (retain && !failed) || undeletable
        ? Optional.of(done("It stays in Amazon Personalize."))
        : Optional.empty();
  }

  private Optional<Step> dependents(Observed<R, D> observed) {
    if (observed.dependents().isEmpty()) {
      return Optional.empty();
    }
    String names =
        observed.dependents().stream()
            .map(d -> d.getKind() + " " + d.getMetadata().getName())
            .sorted()
            .limit(10)
            .collect(Collectors.joining(", "));
    return Optional.of(
        Step.rest(
            Verdict.progressing(
                Reason.WaitingForDependents,
                "The deletion waits for what refers to it: " + names + ".",
                false)));
  }

  private Optional<Step> unread(Observed<R, D> observed) {
    if (kind.group(observed.resource(), observed.parents()).isEmpty()) {
      return Optional.of(done("It was never made."));
    }
    return observed.snapshot().synced()
        ? Optional.empty()
        : Optional.of(LifecycleDecider.readingAccount(observed));
  }

  /** Also what was never reported may exist: the reply to its creation may be lost. */
  private Step absent(Observed<R, D> observed) {
    boolean justTried =
        observed
            .attempt()
            .filter(a -> a.mayHaveCreated() && a.at().plus(Snapshot.LAG).isAfter(observed.now()))
            .isPresent();
    if (observed.snapshot().confirmedAbsent() && !justTried) {
      return done("It is gone in Amazon Personalize.");
    }
    Verdict confirming =
        Verdict.progressing(
            Reason.ConfirmingAbsence,
            "It is not in AWS's answers; whether it is gone is being confirmed.",
            false);
    return Optional.ofNullable(observed.before().arn())
        .or(() -> expectedArn(observed))
        .map(arn -> Step.act(confirming, new Action.ReadDetails(arn)))
        .orElseGet(() -> unidentified(observed, confirming))
        .wakingBy(observed.now().plus(CONFIRM_EVERY));
  }

  private Optional<String> expectedArn(Observed<R, D> observed) {
    return kind.expectedResource(observed).flatMap(observed::arn);
  }

  /** The account is not known, so that there is no ARN to ask for: several lists have to do. */
  private Step unidentified(Observed<R, D> observed, Verdict confirming) {
    boolean settled = observed.now().isAfter(observed.snapshot().since().plus(Snapshot.LAG));
    return settled ? done("It was never made.") : Step.rest(confirming);
  }

  private Step present(Observed<R, D> observed, RemoteResource<D> live) {
    if (live.isBeingDeleted()) {
      return Step.rest(deleting("AWS is deleting it."));
    }
    return notOurs(observed, live)
        .or(() -> live.isInTransition() ? Optional.of(busy(live)) : Optional.empty())
        .or(() -> kind.beforeDelete(observed, live))
        .orElseGet(
            () ->
                Step.act(
                    deleting("The " + kind.noun() + " is being deleted."),
                    new Action.Delete(
                        live.arn(),
                        kind.delete(live.arn()).orElseThrow(),
                        Notice.normal("Deleted", "Deletion of " + live.arn() + " was started."))));
  }

  private Step busy(RemoteResource<D> live) {
    return Step.rest(
        deleting("The " + kind.noun() + " is " + live.status() + "; AWS deletes it after that."));
  }

  private Optional<Step> notOurs(Observed<R, D> observed, RemoteResource<D> live) {
    if (!kind.isTaggable()) {
      return notMade(observed, live);
    }
    boolean stale =
        live.tagsRead() == null || live.tagsRead().plus(TAGS_HOLD).isBefore(observed.now());
    if (stale) {
      return Optional.of(
          Step.act(
              deleting("Whose it is is being read."),
              new Action.ReadTags(live.arn(), Priority.FOREGROUND)));
    }
    return observed.owner().ownerOf(live.tags()) == Owner.OURS
        ? Optional.empty()
        : Optional.of(
            done("It stays in Amazon Personalize.")
                .telling(
                    Notice.warning(
                        "NotDeleted",
                        live.arn() + " stays: its tags do not say that it is ours.")));
  }

  /**
   * What carries no tags is ours only if it was made, and still has the content it was made with.
   */
  private Optional<Step> notMade(Observed<R, D> observed, RemoteResource<D> live) {
    boolean made = ownership.of(observed, live).filter(Ownership.Created::equals).isPresent();
    if (made && live.details() == null) {
      return Optional.of(
          Step.act(deleting("Its content is being read."), new Action.ReadDetails(live.arn())));
    }
    return made && ownership.isAsWanted(observed, live)
        ? Optional.empty()
        : Optional.of(done("It was not made by the operator and stays in Amazon Personalize."));
  }

  private static Verdict deleting(String message) {
    return Verdict.progressing(Reason.Deleting, message, false);
  }

  private static Step done(String message) {
    return Step.act(deleting(message), new Action.RemoveFinalizer());
  }
}
