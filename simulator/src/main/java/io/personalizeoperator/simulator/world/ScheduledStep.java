package io.personalizeoperator.simulator.world;

import java.time.Instant;

/**
 * A step in the life of a resource, scheduled for a time on the simulated clock.
 *
 * @param order orders steps of the same time: the step with the lower number was scheduled earlier
 *     and happens first
 */
public record ScheduledStep(Instant at, long order, Step step) {
  /** What the step does. */
  public enum Step {
    /** A pending status becomes one in progress. */
    BEGIN,
    /** Work in progress ends. */
    FINISH,
    /** The latest update begins. */
    UPDATE_BEGIN,
    /** The latest update ends. */
    UPDATE_FINISH,
    /** A solution trains by itself. */
    AUTOMATIC_TRAINING
  }
}
