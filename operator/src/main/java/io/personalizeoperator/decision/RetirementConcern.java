package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
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
    if (!subject.isOurs()) {
      return subject.live().tags() == null
          ? Optional.of(OwnershipConcern.look(subject))
          : Optional.empty();
    }
    return subject.live().isInTransition()
        ? Optional.empty()
        : Optional.of(
            Finding.act(
                Concern.RETIREMENT,
                Verdict.progressing(Reason.Deleting, "Deleting a replaced revision.", true),
                new Action.Delete(
                    live.get().arn(),
                    subject.kind().delete(live.get().arn()),
                    Notice.normal(
                        "Deleted",
                        "Deletion of "
                            + live.get().arn()
                            + " was started: it has been replaced."))));
  }
}
