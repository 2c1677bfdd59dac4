package io.personalizeoperator.simulator.world;

import java.time.Instant;

/**
 * The present value of the resource of one ARN, and the older values that List and Describe still
 * show while they lag.
 *
 * <p>Each call that writes the resource starts a version. Status changes over time belong to the
 * version of the call that started them and become visible with it.
 */
final class ResourceHistory {
  /** The present value; null after it is removed. */
  Resource truth;

  /**
   * The value by whose sequence and parent the index holds this history; null: it is not in the
   * index.
   */
  Resource indexed;

  private Instant since = Instant.MIN;
  private Past past;

  /** The value before a call; null: there was none. */
  private record Past(Resource value, Instant since, Past older) {}

  /**
   * Keeps the present value for readers up to the cutoff, before a call changes it at that time.
   */
  void remember(Instant now, Instant cutoff) {
    past = now.isAfter(cutoff) ? trimmed(new Past(truth, since, past), cutoff) : null;
    since = now;
  }

  private static Past trimmed(Past past, Instant cutoff) {
    if (past == null || !past.since().isAfter(cutoff)) {
      return past == null ? null : new Past(past.value(), past.since(), null);
    }
    return new Past(past.value(), past.since(), trimmed(past.older(), cutoff));
  }

  /** The value for a reader that sees only calls up to the cutoff; null: none. */
  Resource visible(Instant cutoff) {
    if (past == null || !since.isAfter(cutoff)) {
      return truth;
    }
    Past seen = past;
    while (seen.older() != null && seen.since().isAfter(cutoff)) {
      seen = seen.older();
    }
    return seen.value();
  }

  /** Whether no reader can see a value any more. */
  boolean faded(Instant cutoff) {
    return truth == null && (past == null || !since.isAfter(cutoff));
  }
}
