package io.personalizeoperator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A named schedule of a manifest, read: when its ticks come, and for how long the work of each may
 * still begin.
 *
 * @param name its name, unique in its list
 * @param entry cron and zone as text; a schedule with another entry is another schedule
 * @param cron when its ticks come
 * @param startingDeadline how long after a tick its work may begin
 * @param suspended whether its ticks are ignored
 */
public record TickSchedule(
    String name, String entry, CronSchedule cron, Duration startingDeadline, boolean suspended) {
  /** More than one tick a day: the next one is close, so that a late one is worth little. */
  private static final Duration DEADLINE_OF_FREQUENT = Duration.ofHours(1);

  /** A tick a day or less: a night's outage must not cost the work of a week. */
  private static final Duration DEADLINE_OF_RARE = Duration.ofHours(6);

  private static final String DEFAULT_ZONE = "UTC";

  /** Counting a long outage of a frequent schedule ends here. */
  private static final int MOST_COUNTED = 10_000;

  /**
   * Reads a schedule as a manifest gives it.
   *
   * @param timeZone IANA name; null for UTC
   * @param startingDeadline such as 6h; null for 1h where there is more than one tick a day, else
   *     6h
   * @throws InvalidScheduleException when it cannot be read; the message names schedule and field
   */
  public static TickSchedule read(
      String name,
      String cron,
      @Nullable String timeZone,
      @Nullable String startingDeadline,
      boolean suspended) {
    String zone = timeZone == null ? DEFAULT_ZONE : timeZone;
    ZoneId id = field(name, "timeZone", () -> TimeZones.parse(zone));
    CronSchedule ticks = field(name, "cron", () -> CronSchedule.parse(cron, id));
    Duration deadline =
        startingDeadline == null
            ? defaultDeadline(ticks)
            : field(name, "startingDeadline", () -> positive(startingDeadline));
    return new TickSchedule(name, cron.strip() + " " + zone, ticks, deadline, suspended);
  }

  private static Duration positive(String text) {
    Duration duration = DurationText.parse(text);
    if (!duration.isPositive()) {
      throw new InvalidScheduleException("\"%s\" is 0; give more, such as 6h".formatted(text));
    }
    return duration;
  }

  private static Duration defaultDeadline(CronSchedule ticks) {
    return ticks.isMoreThanDaily() ? DEADLINE_OF_FREQUENT : DEADLINE_OF_RARE;
  }

  private static <T> T field(String name, String field, Supplier<T> parser) {
    return InvalidScheduleException.in("schedule \"%s\": %s".formatted(name, field), parser);
  }

  /** The same while all that it belongs to is suspended. */
  public TickSchedule asSuspended() {
    return new TickSchedule(name, entry, cron, startingDeadline, true);
  }

  /**
   * The ticks that have come since a cursor: the latest is due until its deadline, all others are
   * missed. Of a suspended schedule nothing is due and nothing is missed.
   */
  public Ticks since(TickCursor cursor, Instant now) {
    Instant handled = cursor.handled();
    Optional<Instant> next = cron.next(handled.isAfter(now) ? handled : now);
    Optional<Instant> latest = cron.latest(now).filter(tick -> tick.isAfter(handled));
    if (suspended || latest.isEmpty()) {
      return new Ticks(Optional.empty(), Optional.empty(), suspended ? Optional.empty() : next);
    }
    Instant tick = latest.get();
    Instant deadline = tick.plus(startingDeadline);
    boolean isDue = now.isBefore(deadline);
    return new Ticks(
        isDue ? Optional.of(new DueTick(name, tick, deadline)) : Optional.empty(),
        missed(handled, isDue ? tick : tick.plusNanos(1)),
        next);
  }

  /** The ticks between two instants, both exclusive. */
  private Optional<MissedTicks> missed(Instant after, Instant before) {
    Optional<Instant> tick = cron.next(after).filter(at -> at.isBefore(before));
    if (tick.isEmpty()) {
      return Optional.empty();
    }
    int count = 0;
    while (tick.isPresent() && count < MOST_COUNTED) {
      count++;
      tick = cron.next(tick.get()).filter(at -> at.isBefore(before));
    }
    int missed = count;
    return cron.latest(before.minusNanos(1)).map(last -> new MissedTicks(missed, last));
  }
}
