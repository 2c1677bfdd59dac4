package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Notice;
import java.time.Instant;
import java.util.Optional;

/** A revision that has been replaced: deleted once nobody uses it any more, if it is ours. */
final class RetirementConcern {
  private RetirementConcern() {}

  static <D> Optional<Finding> look(Subject<D> subject) {
    Optional<RemoteResource<D>> live = subject.revision().live();
    if (live.isEmpty() || live.get().isBeingDeleted()) {
      return Optional.empty();
    }
    Optional<Instant> until = subject.intent().staysUntil(subject.revision());
    if (until.filter(subject.now()::isBefore).isPresent()) {
      return Optional.of(Finding.later(Concern.RETIREMENT, until.get()));
    }
    return DeletionConcern.ofOurs(
        subject,
        Concern.RETIREMENT,
        "Deleting a replaced revision.",
        Notice.normal(
            "Deleted", "Deletion of " + live.get().arn() + " was started: it has been replaced."));
  }
}
