package io.personalizeoperator.reconcile;

import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;

/** How a pass ended. */
sealed interface PassEnd {
  /**
   * What was found and done is in the status.
   *
   * @param decision the last one
   */
  record Reported(Decision decision) implements PassEnd {}

  /** A call is queued, and wakes the resource in its turn. */
  record Queued() implements PassEnd {}

  /** The operator stops: the next start does the rest. */
  record Stopping() implements PassEnd {}

  /** Whether Kubernetes may remove the custom resource. */
  default boolean isReadyToLeave() {
    return this instanceof Reported reported
        && reported
            .decision()
            .action()
            .filter(Action.RemoveFinalizer.class::isInstance)
            .isPresent();
  }
}
