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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Optional<Finding> suspended = suspended(observed);
    if (suspended.isPresent()) {
      return List.of(suspended.get());
    }
    Optional<Finding> published = PublicationConcern.takeBack(observed, false);
    List<Finding> all = new ArrayList<>(published.stream().toList());
    List<Finding> ofAws = ofAws(observed, subjects);
    boolean isOver = ofAws.stream().allMatch(DeletionConcern::isDone);
    if (published.isEmpty() || !isOver) {
      all.addAll(ofAws);
    }
    return all;
  }

  private static <D> List<Finding> ofAws(Observed<?, D> observed, List<Subject<D>> subjects) {
    Optional<Finding> first =
        nothingToDelete(observed, subjects.getFirst())
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
  private static Finding revision(Subject<?> subject) {
    Finding finding =
        unread(subject)
            .orElseGet(
                () -> subject.revision().live().isPresent() ? present(subject) : absent(subject));
    return subject.guarded(finding);
  }

  private static Optional<Finding> suspended(Observed<?, ?> observed) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Finding.rest(
                Concern.SUSPENSION,
                Verdict.suspended(
                    "The deletion waits: spec.suspend is true. Set it to false to continue.",
                    false)))
        : Optional.empty();
  }

  /** Retain, or a kind that AWS cannot delete; but what never became ACTIVE holds nothing. */
  private static Optional<Finding> nothingToDelete(Observed<?, ?> observed, Subject<?> subject) {
    boolean retain = observed.resource().getSpec().deletionPolicy() == DeletionPolicy.Retain;
    boolean failed = "CREATE FAILED".equals(observed.before().awsStatus());
    return (retain && !failed) || subject.traits().has(Trait.UNDELETABLE)
        ? Optional.of(
            unreturned(observed, subject).orElseGet(() -> done("It stays in Amazon Personalize.")))
        : Optional.empty();
  }

  /** What is in force for a time only: nobody would end it once the custom resource is gone. */
  private static <D> Optional<Finding> unreturned(Observed<?, ?> observed, Subject<D> subject) {
    if (!subject.intent().isTemporary() || AccountConcern.look(observed).isPresent()) {
      return Optional.empty();
    }
    if (!subject.snapshot().synced()) {
      return Optional.of(ReadingConcern.reading(subject));
    }
    return subject.isOurs()
        ? subject
            .revision()
            .live()
            .filter(RemoteResource::isActive)
            .flatMap(live -> subject.intent().beforeRelease(subject.revision()))
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
                "The deletion waits for resources that refer to it: " + names + ".",
                false)));
  }

  private static Optional<Finding> unread(Subject<?> subject) {
    if (subject.revision().plan().group().isEmpty()) {
      return Optional.of(done("It was never created."));
    }
    return subject.snapshot().synced()
        ? Optional.empty()
        : Optional.of(ReadingConcern.reading(subject));
  }

  /** Also what was never reported may exist: the reply to its creation may be lost. */
  private static Finding absent(Subject<?> subject) {
    return subject.isGone()
        ? done("It is gone from Amazon Personalize.")
        : confirmation(subject, Concern.DELETION);
  }

  /** The question to AWS whether the revision is there. */
  static Finding confirmation(Subject<?> subject, Concern concern) {
    Verdict confirming =
        Verdict.progressing(
            Reason.ConfirmingAbsence,
            "It is not in AWS's lists. Confirming that it is gone.",
            false);
    return Optional.ofNullable(subject.recorded().arn())
        .or(subject::expectedArn)
        .map(arn -> Finding.act(concern, confirming, new Action.ReadDetails(arn)))
        .orElseGet(() -> unidentified(subject, confirming))
        .wakingBy(subject.now().plus(CONFIRM_EVERY));
  }

  /** The account is not known, so that there is no ARN to ask for: several lists have to do. */
  private static Finding unidentified(Subject<?> subject, Verdict confirming) {
    Instant since = Objects.requireNonNull(subject.snapshot().since());
    boolean settled = subject.now().isAfter(since.plus(Snapshot.LAG));
    return settled ? done("It was never created.") : Finding.rest(Concern.DELETION, confirming);
  }

  private static <D> Finding present(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    return live.isBeingDeleted()
        ? Finding.rest(Concern.DELETION, deleting("AWS is deleting it."))
        : ofOurs(
                subject,
                Concern.DELETION,
                "The " + subject.traits().noun() + " is being deleted.",
                Notice.normal("Deleted", "Deletion of " + live.arn() + " was started."))
            .orElseGet(() -> stays(subject));
  }

  /**
   * The deletion of what is ours, with what has to come before it: tags, or the content, that were
   * read just now, and nothing under way in AWS.
   *
   * @param concern who wants it deleted
   * @param doing what is reported meanwhile
   * @param notice what to tell when the deletion was started
   * @return empty for what is not ours, and stays
   */
  static <D> Optional<Finding> ofOurs(
      Subject<D> subject, Concern concern, String doing, Notice notice) {
    RemoteResource<D> live = subject.live();
    Optional<Action> read = unconfirmed(subject);
    if (read.isPresent()) {
      return Optional.of(
          Finding.act(
              concern,
              deleting(
                  subject.traits().isTaggable()
                      ? "Reading the tags to confirm ownership."
                      : "Reading its content."),
              read.get()));
    }
    if (!isOurs(subject)) {
      return Optional.empty();
    }
    return Optional.of(
        busy(subject)
            .map(message -> Finding.rest(concern, deleting(message)))
            .or(() -> subject.intent().beforeDelete(subject.revision()))
            .orElseGet(
                () ->
                    Finding.act(
                        concern,
                        deleting(doing),
                        new Action.Delete(live.arn(), subject.kind().delete(live.arn()), notice))));
  }

  private static <D> Optional<String> busy(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    if (live.isInTransition()) {
      return Optional.of(
          "The %s is %s; the operator deletes it after that."
              .formatted(subject.traits().noun(), live.status()));
    }
    return live.details() != null
            && subject.intent().drift(subject.revision()) instanceof Drift.UpdateUnderWay update
        ? Optional.of(update.message() + " The operator deletes it after that.")
        : Optional.empty();
  }

  /** What has to be read before it is known whether a resource is ours. */
  private static Optional<Action> unconfirmed(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    if (!subject.traits().isTaggable()) {
      return isMade(subject) && live.details() == null
          ? Optional.of(new Action.ReadDetails(live.arn()))
          : Optional.empty();
    }
    boolean stale =
        live.tagsRead() == null || live.tagsRead().plus(TAGS_HOLD).isBefore(subject.now());
    return stale
        ? Optional.of(new Action.ReadTags(live.arn(), Priority.FOREGROUND))
        : Optional.empty();
  }

  private static boolean isOurs(Subject<?> subject) {
    Map<String, String> tags = subject.live().tags();
    return subject.traits().isTaggable()
        ? tags != null && subject.observed().owner().ownerOf(tags) == Owner.OURS
        : isMade(subject) && subject.isAsWanted();
  }

  /**
   * What carries no tags is ours only if it was made, and still has the content it was made with.
   */
  private static boolean isMade(Subject<?> subject) {
    return subject.ownership().filter(Ownership.Created::equals).isPresent();
  }

  private static Finding stays(Subject<?> subject) {
    return subject.traits().isTaggable()
        ? done("It stays in Amazon Personalize.")
            .telling(
                Notice.warning(
                    "NotDeleted",
                    subject.live().arn()
                        + " was not deleted: its tags do not name this resource as its owner."))
        : done("The operator did not create it: it stays in Amazon Personalize.");
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
