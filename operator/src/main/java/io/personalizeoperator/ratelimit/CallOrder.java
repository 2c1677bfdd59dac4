package io.personalizeoperator.ratelimit;

import java.time.Instant;

/**
 * When a call goes, among those that wait for the rate limit.
 *
 * @param priority what it is for
 * @param neededBy for when it has to have worked, such as the start of a spike: of the same
 *     priority the earliest goes first; Instant.MAX where nothing hurries
 */
public record CallOrder(Priority priority, Instant neededBy) {
  /** The turn of a pass's call: what hurries waits for no sweep, whatever it is for. */
  public static CallOrder of(Priority priority, Instant neededBy) {
    return new CallOrder(neededBy.equals(Instant.MAX) ? priority : Priority.FOREGROUND, neededBy);
  }

  /** Whether a time has been set for it. */
  public boolean hurries() {
    return !neededBy.equals(Instant.MAX);
  }
}
