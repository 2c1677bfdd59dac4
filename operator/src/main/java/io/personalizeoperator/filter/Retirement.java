package io.personalizeoperator.filter;

import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.filter.RetiringFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a filter that was replaced is deleted: the grace period begins once its ARN is no longer
 * published, for callers read it there until then.
 */
record Retirement(FilterIntent intent) {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  /** With the end of its grace period, once that has begun. */
  RetiringFilter dated(RetiringFilter filter) {
    return filter.deleteAfter() != null || isPublished(filter)
        ? filter
        : new RetiringFilter(
            filter.name(),
            filter.arn(),
            filter.awsCreated(),
            filter.ownership(),
            now().plus(intent.wanted().schedule().grace()).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Until when a filter stays; while that is not known, when to look again. */
  Instant until(String name) {
    return intent.state().retiring().stream()
        .filter(filter -> filter.name().equals(name))
        .map(this::dated)
        .flatMap(filter -> Optional.ofNullable(filter.deleteAfter()).stream())
        .findFirst()
        .orElseGet(() -> now().plus(LOOK_EVERY));
  }

  private Instant now() {
    return intent.observed().now();
  }

  private boolean isPublished(RetiringFilter filter) {
    Published published = intent.observed().before().published();
    return published != null && published.value() != null && published.value().equals(filter.arn());
  }
}
