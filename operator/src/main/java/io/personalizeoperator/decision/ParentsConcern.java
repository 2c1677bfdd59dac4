package io.personalizeoperator.decision;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;

/** The resources that a custom resource refers to: its creation waits for them. */
final class ParentsConcern {
  private ParentsConcern() {}

  /**
   * The first that is missing or not ready.
   *
   * @param serving whether the resource can be used anyway
   */
  static Optional<Finding> look(Observed<?, ?> observed, boolean serving) {
    return observed.parents().stream()
        .filter(parent -> !parent.isReady())
        .findFirst()
        .map(
            parent ->
                Finding.rest(
                    Concern.PARENTS,
                    Verdict.progressing(
                        Reason.valueOf("WaitingFor" + parent.kindName()),
                        parent.whatIsMissing(),
                        serving)));
  }
}
