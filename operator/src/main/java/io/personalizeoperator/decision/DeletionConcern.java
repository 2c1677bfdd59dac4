package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.decision.OwnerTags.Owner;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do about a custom resource that is being deleted. Safety rule 4: only what the tags say
 * is ours is deleted, by ARN; when in doubt it stays.
 */
final class DeletionConcern {
  /** Tags read longer ago than this are read again before a deletion. */
  private static final Duration TAGS_HOLD = Duration.ofMinutes(1);

  private static final Duration CONFIRM_EVERY = Duration.ofSeconds(30);

  private DeletionConcern() {}

  /** What all revisions need before the custom resource may go. */
  static <D> List<Finding> look(Observed<?, D> observed, List<Subject<D>> subjects) {
    Optional<Finding> first =
        suspended(observed)
            .or(() -> published(observed))
            .or(() -> nothingToDelete(observed, subjects.getFirst()))
            .or(() -> AccountConcern.look(observed))
            .or(() -> dependents(observed));
    if (first.isPresent()) {
      return List.of(first.get());
    }
    List<Finding> all = subjects.stream().map(DeletionConcern::revision).toList();
    List<Finding> unfinished = all.stream().filter(finding -> !isDone(finding)).toList();
    return unfinished.isEmpty() ? List.of(together(all)) : unfinished;
  }

  private static boolean isDone(Finding finding) {
    return finding.action().filter(Action.RemoveFinalizer.class::isInstance).isPresent();
  }

  private static Finding together(List<Finding> done) {
    Finding all = done.getFirst();
    for (Finding other : done.subList(1, done.size())) {
      for (Notice notice : other.notices()) {
        all = all.telling(notice);
      }
    }
    return all;
  }

  /** What one revision needs; the finalizer may go where nothing is left to do. */
  static Finding revision(Subject<?> subject) {
    return unread(subject)
        .orElseGet(
            () -> subject.revision().live().isPresent() ? present(subject) : absent(subject));
  }

  private static Optional<Finding> suspended(Observed<?, ?> observed) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Finding.rest(
                Concern.SUSPENSION,
                Verdict.suspended(
                    "The deletion waits: spec.suspend is true. Set it to false to go on.", false)))
        : Optional.empty();
  }

  private static Optional<Finding> published(Observed<?, ?> observed) {
    return Optional.ofNullable(observed.before().published())
        .map(from -> act("The published ARN is removed.", new Action.Unpublish(from)));
  }

  /** Retain, or a kind that AWS cannot delete; but what never became ACTIVE holds nothing. */
  private static Optional<Finding> nothingToDelete(Observed<?, ?> observed, Subject<?> subject) {
    boolean retain = observed.resource().getSpec().deletionPolicy() == DeletionPolicy.Retain;
    boolean failed = "CREATE FAILED".equals(observed.before().awsStatus());
    return (retain && !failed) || subject.traits().has(Trait.UNDELETABLE)
        ? Optional.of(done("It stays in Amazon Personalize."))
        : Optional.empty();
  }

  private static Optional<Finding> dependents(Observed<?, ?> observed) {
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
        Finding.rest(
            Concern.DELETION,
            Verdict.progressing(
                Reason.WaitingForDependents,
                "The deletion waits for what refers to it: " + names + ".",
                false)));
  }

  private static Optional<Finding> unread(Subject<?> subject) {
    if (subject.revision().plan().group().isEmpty()) {
      return Optional.of(done("It was never made."));
    }
    return subject.snapshot().synced()
        ? Optional.empty()
        : Optional.of(ReadingConcern.reading(subject));
  }

  /** Also what was never reported may exist: the reply to its creation may be lost. */
  private static Finding absent(Subject<?> subject) {
    Observed<?, ?> observed = subject.observed();
    boolean justTried =
        observed.attempts().of(Action.Create.class, observed.generation()).stream()
            .anyMatch(a -> a.mayHaveWorked() && a.at().plus(Snapshot.LAG).isAfter(observed.now()));
    if (subject.snapshot().confirmedAbsent() && !justTried) {
      return done("It is gone in Amazon Personalize.");
    }
    Verdict confirming =
        Verdict.progressing(
            Reason.ConfirmingAbsence,
            "It is not in AWS's answers; whether it is gone is being confirmed.",
            false);
    return Optional.ofNullable(subject.recorded().arn())
        .or(subject::expectedArn)
        .map(arn -> Finding.act(Concern.DELETION, confirming, new Action.ReadDetails(arn)))
        .orElseGet(() -> unidentified(subject, confirming))
        .wakingBy(observed.now().plus(CONFIRM_EVERY));
  }

  /** The account is not known, so that there is no ARN to ask for: several lists have to do. */
  private static Finding unidentified(Subject<?> subject, Verdict confirming) {
    boolean settled =
        subject
            .now()
            .isAfter(Objects.requireNonNull(subject.snapshot().since()).plus(Snapshot.LAG));
    return settled ? done("It was never made.") : Finding.rest(Concern.DELETION, confirming);
  }

  private static <D> Finding present(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    if (live.isBeingDeleted()) {
      return Finding.rest(Concern.DELETION, deleting("AWS is deleting it."));
    }
    return notOurs(subject)
        .or(() -> live.isInTransition() ? Optional.of(busy(subject)) : Optional.empty())
        .or(() -> subject.intent().beforeDelete(live))
        .orElseGet(
            () ->
                act(
                    "The " + subject.traits().noun() + " is being deleted.",
                    new Action.Delete(
                        live.arn(),
                        subject.kind().delete(live.arn()),
                        Notice.normal("Deleted", "Deletion of " + live.arn() + " was started."))));
  }

  private static Finding busy(Subject<?> subject) {
    return Finding.rest(
        Concern.DELETION,
        deleting(
            "The %s is %s; AWS deletes it after that."
                .formatted(subject.traits().noun(), subject.live().status())));
  }

  private static <D> Optional<Finding> notOurs(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    if (!subject.traits().isTaggable()) {
      return notMade(subject);
    }
    boolean stale =
        live.tagsRead() == null || live.tagsRead().plus(TAGS_HOLD).isBefore(subject.now());
    if (stale) {
      return Optional.of(
          act(
              "Reading the tags to confirm ownership.",
              new Action.ReadTags(live.arn(), Priority.FOREGROUND)));
    }
    return subject.observed().owner().ownerOf(Objects.requireNonNull(live.tags())) == Owner.OURS
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
  private static <D> Optional<Finding> notMade(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    boolean made = subject.ownership().filter(Ownership.Created::equals).isPresent();
    if (made && live.details() == null) {
      return Optional.of(act("Its content is being read.", new Action.ReadDetails(live.arn())));
    }
    return made && OwnershipConcern.isAsWanted(subject, live)
        ? Optional.empty()
        : Optional.of(done("It was not made by the operator and stays in Amazon Personalize."));
  }

  private static Verdict deleting(String message) {
    return Verdict.progressing(Reason.Deleting, message, false);
  }

  private static Finding act(String message, Action action) {
    return Finding.act(Concern.DELETION, deleting(message), action);
  }

  private static Finding done(String message) {
    return act(message, new Action.RemoveFinalizer());
  }
}
