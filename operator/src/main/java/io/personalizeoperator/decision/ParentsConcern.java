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

  /**
   * The first that has changed and is not as its manifest says yet: nothing is made of it before.
   * What is there already serves on meanwhile.
   */
  static Optional<Finding> changing(Observed<?, ?> observed) {
    return observed.parents().stream()
        .flatMap(parent -> parent.pendingChange().map(change -> waiting(parent, change)).stream())
        .findFirst();
  }

  private static Finding waiting(Parent parent, PendingChange change) {
    String next =
        change.isRefused()
            ? " Nothing is created until the %s is fixed or set back.".formatted(parent.kindName())
            : "";
    return Finding.rest(
        Concern.PARENTS,
        Verdict.progressing(
            Reason.valueOf("WaitingFor" + parent.kindName()), change.message() + next, false));
  }
}
