package io.personalizeoperator.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The local times, to the minute, that a cron entry names, without regard to any zone.
 *
 * <p>As in vixie cron, a day counts when both its fields match; but when neither of the two begins
 * with *, it counts when one of them matches.
 */
final class CronTimes {
  private static final Map<String, String> MACROS =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  /** Weekdays and leap years come round in 28 years, and in 40 where a century has no leap day. */
  private static final int YEARS_UNTIL_ALL_REPEATS = 40;

  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean eitherDay;
  private final boolean wildcardTime;

  private CronTimes(String[] fields) {
    Map<CronField, BitSet> values = CronField.parse(fields);
    minutes = Objects.requireNonNull(values.get(CronField.MINUTE));
    hours = Objects.requireNonNull(values.get(CronField.HOUR));
    daysOfMonth = Objects.requireNonNull(values.get(CronField.DAY_OF_MONTH));
    months = Objects.requireNonNull(values.get(CronField.MONTH));
    daysOfWeek = Objects.requireNonNull(values.get(CronField.DAY_OF_WEEK));
    eitherDay = !isStar(fields[2]) && !isStar(fields[4]);
    wildcardTime = fields[0].contains("*") || fields[1].contains("*");
  }

  static CronTimes parse(String cron) {
    String text = cron.strip();
    if (text.startsWith("@")) {
      String macro = MACROS.get(text.toLowerCase(Locale.ROOT));
      if (macro == null) {
        throw new InvalidScheduleException(
            "\"%s\" is not known; give five fields or one of @hourly, @daily, @weekly, @monthly, @yearly"
                .formatted(text));
      }
      text = macro;
    }
    String[] fields = text.split("\\s+");
    if (fields.length != CronField.values().length) {
      throw new InvalidScheduleException(
          "\"%s\" has %d fields; give five: minute, hour, day of month, month, day of week"
              .formatted(text, text.isEmpty() ? 0 : fields.length));
    }
    CronTimes times = new CronTimes(fields);
    if (times.next(ANY_TIME).isEmpty()) {
      throw new InvalidScheduleException(
          "\"%s\" never comes: no such month has such a day".formatted(text));
    }
    return times;
  }

  private static boolean isStar(String field) {
    return field.startsWith("*") || field.startsWith("?");
  }

  /** Whether the minute or the hour has a *, be it with steps. */
  boolean wildcardTime() {
    return wildcardTime;
  }

  /** How many times it names on each of its days. */
  int timesPerDay() {
    return minutes.cardinality() * hours.cardinality();
  }

  /** The first such time at or after another, in the next 40 years. */
  Optional<LocalDateTime> next(LocalDateTime from) {
    LocalDateTime minute = from.truncatedTo(ChronoUnit.MINUTES);
    if (minute.isBefore(from)) {
      minute = minute.plusMinutes(1);
    }
    LocalDate date = minute.toLocalDate();
    if (matches(date)) {
      Optional<LocalDateTime> sameDay = nextOn(date, minute.getHour(), minute.getMinute());
      if (sameDay.isPresent()) {
        return sameDay;
      }
    }
    LocalDate end = date.plusYears(YEARS_UNTIL_ALL_REPEATS);
    date = date.plusDays(1);
    while (date.isBefore(end)) {
      if (!months.get(date.getMonthValue())) {
        date = date.withDayOfMonth(1).plusMonths(1);
      } else if (matches(date)) {
        return nextOn(date, 0, 0);
      } else {
        date = date.plusDays(1);
      }
    }
    return Optional.empty();
  }

  /** The last such time at or before another, in the 40 years before. */
  Optional<LocalDateTime> previous(LocalDateTime until) {
    LocalDate date = until.toLocalDate();
    if (matches(date)) {
      Optional<LocalDateTime> sameDay = previousOn(date, until.getHour(), until.getMinute());
      if (sameDay.isPresent()) {
        return sameDay;
      }
    }
    LocalDate end = date.minusYears(YEARS_UNTIL_ALL_REPEATS);
    date = date.minusDays(1);
    while (date.isAfter(end)) {
      if (!months.get(date.getMonthValue())) {
        date = date.withDayOfMonth(1).minusDays(1);
      } else if (matches(date)) {
        return previousOn(date, 23, 59);
      } else {
        date = date.minusDays(1);
      }
    }
    return Optional.empty();
  }

  private boolean matches(LocalDate date) {
    boolean dayOfMonth = daysOfMonth.get(date.getDayOfMonth());
    boolean dayOfWeek = daysOfWeek.get(date.getDayOfWeek().getValue() % 7);
    return months.get(date.getMonthValue())
        && (eitherDay ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek);
  }

  private Optional<LocalDateTime> nextOn(LocalDate date, int hour, int minute) {
    int sameHour = hours.get(hour) ? minutes.nextSetBit(minute) : -1;
    if (sameHour >= 0) {
      return Optional.of(date.atTime(hour, sameHour));
    }
    int later = hours.nextSetBit(hour + 1);
    return later < 0 ? Optional.empty() : Optional.of(date.atTime(later, minutes.nextSetBit(0)));
  }

  private Optional<LocalDateTime> previousOn(LocalDate date, int hour, int minute) {
    int sameHour = hours.get(hour) ? minutes.previousSetBit(minute) : -1;
    if (sameHour >= 0) {
      return Optional.of(date.atTime(hour, sameHour));
    }
    int earlier = hours.previousSetBit(hour - 1);
    return earlier < 0
        ? Optional.empty()
        : Optional.of(date.atTime(earlier, minutes.previousSetBit(59)));
  }
}
