package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a filter whose creation failed in AWS is created again: after a minute, doubling to an hour,
 * and at once when it is to say something else.
 */
final class Retries {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  private Retries() {}

  /** One more failure. */
  static FailedFilter after(
      Optional<FailedFilter> before, NextFilter next, String reason, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    int count =
        before
            .filter(failed -> failed.expression().equals(next.expression()))
            .map(failed -> failed.count() + 1)
            .orElse(1);
    Duration doubled = FIRST.multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return new FailedFilter(
        next.name(), next.expression(), next.tick(), reason, now, count, now.plus(pause));
  }

  /** How that is reported. */
  static Verdict verdict(FailedFilter failed, boolean serving) {
    return Verdict.stalled(
        Reason.CreateFailed,
        "The creation of the filter %s failed: %s Fix the expression; else the operator creates it again later."
            .formatted(failed.name(), failed.reason()),
        serving);
  }
}
