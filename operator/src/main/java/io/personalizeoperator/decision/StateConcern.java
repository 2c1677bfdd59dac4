package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;

/** What AWS is doing with a revision of ours, or has failed to do: until then nothing else is. */
final class StateConcern {
  private StateConcern() {}

  /** Empty for a resource that is at rest and of use. */
  static Optional<Finding> look(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    if (live.isBeingDeleted()) {
      return Optional.of(
          Finding.rest(
              Concern.STATE,
              Verdict.progressing(
                  Reason.Deleting, live.arn() + " is being deleted in AWS.", false)));
    }
    if (live.isInTransition()) {
      return Optional.of(
          Finding.rest(
              Concern.STATE,
              Verdict.progressing(
                  subject.traits().creating(),
                  "The " + subject.traits().noun() + " is " + live.status() + ".",
                  false)));
    }
    return live.hasFailed() && !subject.traits().has(Trait.REPAIRABLE_WHEN_FAILED)
        ? Optional.of(afterFailure(subject).orElseGet(() -> failed(subject)))
        : Optional.empty();
  }

  private static <D> Optional<Finding> afterFailure(Subject<D> subject) {
    return subject.intent().afterFailure(subject.revision());
  }

  private static Finding failed(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    if (!subject.traits().has(Trait.UNDELETABLE) && Recreation.isAskedFor(subject.observed())) {
      Optional<Finding> deletion =
          DeletionConcern.ofOurs(
              subject,
              Concern.STATE,
              "Deleting the failed " + subject.traits().noun() + " to create it again.",
              Notice.normal(
                  "Deleted", "Deletion of " + live.arn() + " was started: its creation failed."));
      if (deletion.isPresent()) {
        return deletion.get();
      }
    }
    String reason = Sentences.ofAws(live.failureReason().orElse(null));
    return Finding.rest(
        Concern.STATE,
        Verdict.stalled(
            subject.traits().failed(),
            subject
                .traits()
                .howToTryAgain()
                .map(how -> reason + " Fix the cause, then " + how + ".")
                .orElse(reason),
            false));
  }
}
