package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.FilterRotation;
import io.personalizeoperator.schedule.CronSchedule;
import io.personalizeoperator.schedule.DurationText;
import io.personalizeoperator.schedule.InvalidScheduleException;
import io.personalizeoperator.schedule.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rotation of a manifest, read.
 *
 * @param cron when its ticks come; empty where there are none, or they are ignored
 * @param zone of the ticks and of the functions of time
 * @param grace how long a replaced filter stays
 * @param lead how long before a tick the next filter is created
 * @param deletesFirst whether the old filter goes first
 */
record RotationSchedule(
    Optional<CronSchedule> cron, ZoneId zone, Duration grace, Duration lead, boolean deletesFirst) {
  private static final Duration DEFAULT_GRACE = Duration.ofMinutes(10);

  /** What holds without a rotation in the manifest: a changed expression replaces a filter too. */
  static final RotationSchedule NONE =
      new RotationSchedule(Optional.empty(), ZoneOffset.UTC, DEFAULT_GRACE, Duration.ZERO, false);

  /**
   * Reads it.
   *
   * @throws InvalidScheduleException when it cannot be read; the message names the field
   */
  static RotationSchedule of(FilterRotation rotation) {
    String name = rotation.timeZone();
    ZoneId zone = name == null ? ZoneOffset.UTC : field("timeZone", () -> TimeZones.parse(name));
    Optional<CronSchedule> cron =
        Optional.ofNullable(rotation.cron())
            .map(text -> field("cron", () -> CronSchedule.parse(text, zone)));
    return new RotationSchedule(
        rotation.suspended() ? Optional.empty() : cron,
        zone,
        duration("gracePeriod", rotation.gracePeriod(), DEFAULT_GRACE),
        duration("leadTime", rotation.leadTime(), Duration.ZERO),
        rotation.deletesFirst());
  }

  private static Duration duration(String field, @Nullable String text, Duration otherwise) {
    return text == null ? otherwise : field(field, () -> DurationText.parse(text));
  }

  private static <T> T field(String name, Supplier<T> parser) {
    return InvalidScheduleException.in("rotation." + name, parser);
  }

  /**
   * The latest tick up to a time. A rotation never goes back: not to before the creation of the
   * custom resource, and not to before the tick that serves, whatever became of the schedule.
   */
  Instant tick(Instant earliest, Instant until) {
    return cron.flatMap(c -> c.latest(until)).filter(t -> t.isAfter(earliest)).orElse(earliest);
  }

  /** When a tick comes, or the creation for one. */
  Optional<Instant> nextChange(Instant now) {
    return cron.flatMap(
        c ->
            Stream.concat(
                    c.next(now).stream(), c.next(now.plus(lead)).map(t -> t.minus(lead)).stream())
                .min(Comparator.naturalOrder()));
  }

  /** The next tick. */
  Optional<Instant> next(Instant now) {
    return cron.flatMap(c -> c.next(now));
  }
}
