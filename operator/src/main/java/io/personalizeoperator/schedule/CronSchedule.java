package io.personalizeoperator.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The instants of a cron entry in a time zone: five fields in the words of Kubernetes' CronJob and
 * vixie cron, and daylight saving time as Debian's cron has it.
 *
 * <ul>
 *   <li>An entry whose minute and hour have no * runs once for each local date: a time that a clock
 *       change skips runs at the first instant after the gap, and a time that it repeats runs at
 *       its first occurrence only.
 *   <li>An entry with * in minute or hour keeps to the wall clock in real time: it does not run at
 *       times that are skipped, and runs at each occurrence of times that are repeated.
 * </ul>
 *
 * <p>Immutable. A question takes microseconds; reading an entry takes longer, so that one which is
 * asked often is worth keeping.
 */
public final class CronSchedule {
  private final CronTimes times;
  private final ZoneRules rules;

  private CronSchedule(CronTimes times, ZoneRules rules) {
    this.times = times;
    this.rules = rules;
  }

  /**
   * Reads an entry.
   *
   * @param cron minute, hour, day of month, month and day of week, or one of @hourly, @daily,
   * @midnight, @weekly, @monthly, @yearly, @annually
   * @param zone where its times are local
   * @throws InvalidScheduleException when it cannot be read, or names only days that do not exist
   */
  public static CronSchedule parse(String cron, ZoneId zone) {
    return new CronSchedule(CronTimes.parse(cron), zone.getRules());
  }

  /** Whether it can run more than once on the same day. */
  public boolean isMoreThanDaily() {
    return times.timesPerDay() > 1;
  }

  /** The first run strictly after an instant. */
  public Optional<Instant> next(Instant after) {
    return times.wildcardTime() ? nextByTheWallClock(after) : nextOncePerDate(after);
  }

  /** The last run at or before an instant. */
  public Optional<Instant> latest(Instant atOrBefore) {
    return times.wildcardTime() ? latestByTheWallClock(atOrBefore) : latestOncePerDate(atOrBefore);
  }

  /** Between two clock changes local time and real time go on alike. */
  private Optional<Instant> nextByTheWallClock(Instant after) {
    Instant from = after.plusNanos(1);
    while (true) {
      ZoneOffset offset = rules.getOffset(from);
      Optional<Instant> run =
          times.next(LocalDateTime.ofInstant(from, offset)).map(time -> time.toInstant(offset));
      ZoneOffsetTransition change = rules.nextTransition(from);
      if (run.isEmpty() || change == null || run.get().isBefore(change.getInstant())) {
        return run;
      }
      from = change.getInstant();
    }
  }

  private Optional<Instant> latestByTheWallClock(Instant atOrBefore) {
    Instant until = atOrBefore;
    while (true) {
      ZoneOffset offset = rules.getOffset(until);
      Optional<Instant> run =
          times
              .previous(LocalDateTime.ofInstant(until, offset))
              .map(time -> time.toInstant(offset));
      ZoneOffsetTransition change = rules.previousTransition(until.plusNanos(1));
      if (run.isEmpty() || change == null || !run.get().isBefore(change.getInstant())) {
        return run;
      }
      until = change.getInstant().minusNanos(1);
    }
  }

  private Optional<Instant> nextOncePerDate(Instant after) {
    LocalDateTime reached = LocalTimes.latestReached(after, rules);
    return times.next(reached.plusNanos(1)).map(time -> LocalTimes.first(time, rules));
  }

  private Optional<Instant> latestOncePerDate(Instant atOrBefore) {
    LocalDateTime reached = LocalTimes.latestReached(atOrBefore, rules);
    return times.previous(reached).map(time -> LocalTimes.first(time, rules));
  }
}
