package io.personalizeoperator.filter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What Prometheus sees of filters that have a date: age, rotations, failures, and lateness. */
final class FilterMetrics {
  private static final String PREFIX = "personalize_operator_filter_";

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, Shown> filters = new ConcurrentHashMap<>();

  FilterMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** Shows a filter as it was reported; a static one has nothing to show. */
  void show(Filter filter, FilterStatus status) {
    if (FilterTexts.isDated(filter.getSpec())) {
      filters.computeIfAbsent(key(filter), k -> new Shown(filter)).take(status);
    } else {
      remove(filter);
    }
  }

  /** Shows it no more. */
  void remove(Filter filter) {
    Shown shown = filters.remove(key(filter));
    if (shown != null) {
      shown.meters.forEach(registry::remove);
    }
  }

  private static String key(Filter filter) {
    return filter.getMetadata().getNamespace() + "/" + filter.getMetadata().getName();
  }

  /** What is shown of a status. */
  private record Seen(
      @Nullable Instant since,
      @Nullable Instant rotated,
      @Nullable Instant overdueSince,
      @Nullable Instant failed) {
    static Seen of(FilterStatus status) {
      CurrentFilter current = status.current();
      FailedFilter failed = status.failed();
      NextFilter next = status.next();
      return new Seen(
          current == null ? null : current.since(),
          status.lastRotationTime(),
          next != null ? next.tick() : failed != null ? failed.tick() : null,
          failed == null ? null : failed.time());
    }
  }

  /** One filter. */
  private final class Shown {
    private final List<Meter> meters = new ArrayList<>();
    private final Counter rotations;
    private final Counter failures;
    private volatile @Nullable Seen seen;

    Shown(Filter filter) {
      Tags tags =
          Tags.of(
              "namespace",
              filter.getMetadata().getNamespace(),
              "name",
              filter.getMetadata().getName());
      gauge("age_seconds", "How long the current filter has served", tags, Shown::age);
      gauge(
          "overdue_seconds",
          "How long ago the tick was whose filter does not serve yet; 0 in time",
          tags,
          Shown::overdue);
      rotations = counter("rotations", "Times that another filter began to serve", tags);
      failures = counter("rotation_failures", "Next filters whose creation failed", tags);
    }

    private void gauge(String name, String what, Tags tags, ToDoubleFunction<Shown> value) {
      meters.add(
          Gauge.builder(PREFIX + name, this, value)
              .description(what)
              .tags(tags)
              .register(registry));
    }

    private Counter counter(String name, String what, Tags tags) {
      Counter counter =
          Counter.builder(PREFIX + name).description(what).tags(tags).register(registry);
      meters.add(counter);
      return counter;
    }

    void take(FilterStatus status) {
      Seen before = seen;
      Seen next = Seen.of(status);
      if (before != null) {
        count(rotations, before.rotated, next.rotated);
        count(failures, before.failed, next.failed);
      }
      seen = next;
    }

    private static void count(Counter counter, @Nullable Instant was, @Nullable Instant is) {
      if (is != null && !Objects.equals(was, is)) {
        counter.increment();
      }
    }

    private double age() {
      Seen now = seen;
      return now == null || now.since == null ? Double.NaN : secondsSince(now.since);
    }

    private double overdue() {
      Seen now = seen;
      return now == null || now.overdueSince == null
          ? 0
          : Math.max(0, secondsSince(now.overdueSince));
    }

    private double secondsSince(Instant from) {
      return Duration.between(from, clock.instant()).toMillis() / 1e3;
    }
  }
}
