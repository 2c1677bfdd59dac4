package io.personalizeoperator.simulator.world;

import java.time.Instant;

/**
 * Something that happens to a resource at a moment of the simulated clock.
 *
 * @param order tells apart what is due at the same moment: the lower one was scheduled earlier and
 *     happens first
 */
public record Due(Instant at, long order, Step step) {
  /** What happens. */
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
    AUTOMATIC_TRAINING;

    boolean ofUpdate() {
      return this == UPDATE_BEGIN || this == UPDATE_FINISH;
    }
  }
}
