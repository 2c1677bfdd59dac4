package io.personalizeoperator.simulator.world;

import java.time.Instant;

/**
 * One ARN's resource as it is, and as List and Describe still show it while they lag.
 *
 * <p>A version stands for everything since one call. Status changes by themselves make no new
 * version: they become visible with the call they go back to.
 */
final class ResourceHistory {
  /** The truth; null once it is gone. */
  Resource truth;

  /** The value under whose sequence and parent the shelf has this entry; null: not on the shelf. */
  Resource indexed;

  private Instant since = Instant.MIN;
  private Past past;

  /** What the truth was before a call; value null: not there. */
  private record Past(Resource value, Instant since, Past older) {}

  /**
   * Keeps what is there now for readers up to the cutoff, before a call changes it at that moment.
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

  /** What a reader sees who sees only calls up to the cutoff; null for nothing. */
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

  /** Whether nobody can see it any more. */
  boolean faded(Instant cutoff) {
    return truth == null && (past == null || !since.isAfter(cutoff));
  }
}
