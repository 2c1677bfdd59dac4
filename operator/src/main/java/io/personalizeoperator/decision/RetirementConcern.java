package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision that has been replaced, or that never came to serve: deleted once nobody uses it any
 * more, if it is ours. What may have been created though no reply came is looked for in AWS.
 */
final class RetirementConcern {
  private RetirementConcern() {}

  static <D> Optional<Finding> look(Subject<D> subject) {
    Optional<RemoteResource<D>> live = subject.revision().live();
    if (subject.observed().isRetired(subject.revision())) {
      return live.map(RetirementConcern::stays);
    }
    if (!subject.snapshot().synced()) {
      return Optional.empty();
    }
    if (live.isEmpty()) {
      return Optional.of(DeletionConcern.confirmation(subject, Concern.RETIREMENT));
    }
    if (live.get().isBeingDeleted()) {
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
            "Deleted",
            "Deletion of %s was started: %s".formatted(live.get().arn(), why(live.get()))));
  }

  private static String why(RemoteResource<?> live) {
    return live.hasFailed() ? "its creation failed." : "it is no longer used.";
  }

  private static Finding stays(RemoteResource<?> live) {
    return Finding.rest(
            Concern.RETIREMENT, Verdict.settled(Reason.Active, "It stays in Amazon Personalize."))
        .telling(
            Notice.warning(
                "NotDeleted",
                live.arn()
                    + " was replaced and not deleted: its tags do not name this resource as its"
                    + " owner."));
  }
}
