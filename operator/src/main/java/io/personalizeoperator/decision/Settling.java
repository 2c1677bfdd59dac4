package io.personalizeoperator.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A new spec is left alone for a moment where what else comes with it decides what AWS makes of it.
 * {@code kubectl apply -f} and GitOps send the resources of one commit one after the other, in an
 * order that does not follow their dependencies.
 */
final class Settling {
  /** A folder of manifests is applied in less, at kubectl's 50 requests per second. */
  static final Duration SETTLES_AFTER = Duration.ofSeconds(5);

  private Settling() {}

  /** Until when a creation waits for what else may come; empty where it does not. */
  static Optional<Instant> until(Traits traits, Observed<?, ?> observed, Optional<Action> action) {
    Instant settled = observed.specSeen().plus(SETTLES_AFTER);
    boolean waits =
        traits.has(Trait.SETTLES)
            && action.filter(Action.Create.class::isInstance).isPresent()
            && observed.now().isBefore(settled);
    return waits ? Optional.of(settled) : Optional.empty();
  }
}
