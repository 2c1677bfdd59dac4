package io.personalizeoperator.ratelimit;

import java.time.Instant;

/**
 * The order of a call among those that wait for the rate limit.
 *
 * @param priority what it is for
 * @param neededBy for when it has to have worked, such as the start of a spike: of the same
 *     priority the earliest goes first; Instant.MAX if there is no such time
 */
public record CallOrder(Priority priority, Instant neededBy) {
  /** The order of a pass's call: what is needed by a given time waits for no sweep. */
  public static CallOrder of(Priority priority, Instant neededBy) {
    return new CallOrder(neededBy.equals(Instant.MAX) ? priority : Priority.FOREGROUND, neededBy);
  }

  /** Whether it is needed by a given time. */
  public boolean hurries() {
    return !neededBy.equals(Instant.MAX);
  }
}
