package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Objects;
import java.util.Optional;

/** What only Describe returns of a revision of ours, where its drift shows nowhere else. */
final class DetailsConcern {
  private DetailsConcern() {}

  static Optional<Finding> look(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    if (!subject.traits().has(Trait.NEEDS_DETAILS)
        || live.details() != null
        || isAsReported(subject)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.act(Concern.DETAILS, looking(subject), new Action.ReadDetails(live.arn()))
            .dueBy(subject.intent().neededBy()));
  }

  /** Nothing has changed since all was well: no call is needed to know that it still is. */
  private static boolean isAsReported(Subject<?> subject) {
    return subject.observed().isApplied()
        && subject.intent().isAsApplied()
        && Objects.equals(
            subject.live().summary().lastUpdated(), subject.recorded().awsLastUpdated());
  }

  /** A manifest that was in force counts as in force until AWS is seen to differ from it. */
  private static Verdict looking(Subject<?> subject) {
    Verdict comparing = comparing(subject);
    return subject.observed().isApplied() && comparing.serving()
        ? Verdict.scheduled(comparing.reason(), comparing.message())
        : comparing;
  }

  /** How a resource stands while a call about it is due. */
  static Verdict comparing(Subject<?> subject) {
    return Verdict.progressing(
        Reason.Updating,
        "Comparing the " + subject.traits().noun() + " with the manifest.",
        subject.live().isActive());
  }
}
