package io.personalizeoperator.template;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Functions of time, as operators of filters need them. Days of the calendar are those of a zone: a
 * day begins at its first instant, also where a clock change skips midnight.
 */
final class TimeFunctions {
  private static final int LONGEST_PATTERN = 64;
  private static final long MOST_DAYS = 366_000;
  private static final long MOST_MONTHS = 12_000;

  private TimeFunctions() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(
        declare("unixSeconds", SimpleType.INT, SimpleType.TIMESTAMP),
        declare("unixMillis", SimpleType.INT, SimpleType.TIMESTAMP),
        declare("format", SimpleType.STRING, SimpleType.TIMESTAMP, SimpleType.STRING),
        declare("days", SimpleType.DURATION, SimpleType.INT),
        declare("hours", SimpleType.DURATION, SimpleType.INT),
        declare("startOfDay", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP),
        declare("startOfWeek", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP),
        declare("startOfMonth", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP),
        declare("plusMonths", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP, SimpleType.INT));
  }

  private static CelFunctionDecl declare(String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, arguments));
  }

  static List<CelFunctionBinding> bindings(ZoneId zone) {
    return List.of(
        CelFunctionBinding.from("unixSeconds", Instant.class, Instant::getEpochSecond),
        CelFunctionBinding.from("unixMillis", Instant.class, Instant::toEpochMilli),
        CelFunctionBinding.from(
            "format", Instant.class, String.class, (time, pattern) -> format(time, pattern, zone)),
        CelFunctionBinding.from("days", Long.class, days -> Duration.ofDays(bounded(days, "days"))),
        CelFunctionBinding.from(
            "hours", Long.class, hours -> Duration.ofHours(bounded(hours, "hours"))),
        calendar("startOfDay", zone, date -> date),
        calendar(
            "startOfWeek",
            zone,
            date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        calendar("startOfMonth", zone, date -> date.withDayOfMonth(1)),
        CelFunctionBinding.from(
            "plusMonths",
            Instant.class,
            Long.class,
            (time, months) -> time.atZone(zone).plusMonths(months(months)).toInstant()));
  }

  private static CelFunctionBinding calendar(
      String name, ZoneId zone, UnaryOperator<LocalDate> adjust) {
    return CelFunctionBinding.from(
        name,
        Instant.class,
        time -> adjust.apply(time.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant());
  }

  private static String format(Instant time, String pattern, ZoneId zone) {
    if (pattern.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException(
          "the pattern of format has more than %d characters".formatted(LONGEST_PATTERN));
    }
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(time);
    } catch (IllegalArgumentException | DateTimeException unusable) {
      throw new IllegalArgumentException(
          "format cannot use the pattern \"%s\"; give one such as yyyyMMdd or yyyy-MM-dd HH:mm"
              .formatted(pattern));
    }
  }

  private static long bounded(long number, String what) {
    if (Math.abs(number) > MOST_DAYS * 24) {
      throw new IllegalArgumentException(what + " takes at most a thousand years");
    }
    return number;
  }

  private static long months(long number) {
    if (Math.abs(number) > MOST_MONTHS) {
      throw new IllegalArgumentException("plusMonths takes at most a thousand years");
    }
    return number;
  }
}
