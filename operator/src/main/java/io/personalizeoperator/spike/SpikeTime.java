package io.personalizeoperator.spike;

import io.personalizeoperator.schedule.InvalidScheduleException;
import io.personalizeoperator.schedule.LocalTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * A start or an end as the manifest gives it: a local time, or an instant with Z or an offset.
 *
 * <p>A local time that a clock change repeats is its first occurrence as a start and its second as
 * an end, so that the window has both; one that a change skips is the first instant after the gap.
 * Capacity is then never missing at a time that the manifest names.
 */
sealed interface SpikeTime {
  /** When a window starts that starts then. */
  Instant asStart(ZoneId zone);

  /** When a window ends that ends then. */
  Instant asEnd(ZoneId zone);

  /**
   * How long it is from this start to an end. Between two local times a day has 24 hours, as in the
   * CRD's rules, so that 31 days by the calendar are 31 days; else it is real time.
   */
  default Duration until(SpikeTime end, ZoneId zone) {
    return this instanceof Local from && end instanceof Local to
        ? Duration.between(from.time(), to.time())
        : Duration.between(asStart(zone), end.asEnd(zone));
  }

  /**
   * Reads a time.
   *
   * @throws InvalidScheduleException when it is none
   */
  static SpikeTime parse(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime instant
          ? new Absolute(instant.toInstant())
          : new Local((LocalDateTime) time);
    } catch (DateTimeException e) {
      throw new InvalidScheduleException(
          "\"%s\" is not a time; give a local time such as 2026-11-27T00:00, or an instant such as 2026-11-26T23:00Z"
              .formatted(text));
    }
  }

  /** A local time. */
  record Local(LocalDateTime time) implements SpikeTime {
    @Override
    public Instant asStart(ZoneId zone) {
      return LocalTimes.first(time, zone.getRules());
    }

    @Override
    public Instant asEnd(ZoneId zone) {
      return LocalTimes.last(time, zone.getRules());
    }
  }

  /** An instant, whatever the zone. */
  record Absolute(Instant instant) implements SpikeTime {
    @Override
    public Instant asStart(ZoneId zone) {
      return instant;
    }

    @Override
    public Instant asEnd(ZoneId zone) {
      return instant;
    }
  }
}
