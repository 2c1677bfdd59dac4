package io.personalizeoperator.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Debian's cron, minute by minute and slow: a daemon that looks at the wall clock each minute of
 * real time. It knows numbers, lists, ranges and steps, and no names.
 */
public final class CronOracle {
  private final String[] fields;
  private final ZoneId zone;

  public CronOracle(String cron, ZoneId zone) {
    this.fields = cron.split(" ");
    this.zone = zone;
  }

  /**
   * All runs in a stretch of time.
   *
   * @param from inclusive; more than a day after the last clock change
   * @param to exclusive
   */
  public List<Instant> runs(Instant from, Instant to) {
    boolean wildcard = fields[0].contains("*") || fields[1].contains("*");
    List<Instant> runs = new ArrayList<>();
    LocalDateTime reached = LocalDateTime.ofInstant(from, zone).minusMinutes(1);
    for (Instant now = from; now.isBefore(to); now = now.plus(1, ChronoUnit.MINUTES)) {
      LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
      boolean due = wildcard && matches(wall);
      while (reached.isBefore(wall)) {
        reached = reached.plusMinutes(1);
        due |= !wildcard && matches(reached);
      }
      if (due) {
        runs.add(now);
      }
    }
    return runs;
  }

  boolean matches(LocalDateTime time) {
    boolean dayOfMonth = matches(fields[2], 1, 31, time.getDayOfMonth());
    boolean dayOfWeek =
        matches(fields[4], 0, 7, time.getDayOfWeek().getValue())
            || time.getDayOfWeek().getValue() == 7 && matches(fields[4], 0, 7, 0);
    boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
    return matches(fields[0], 0, 59, time.getMinute())
        && matches(fields[1], 0, 23, time.getHour())
        && matches(fields[3], 1, 12, time.getMonthValue())
        && (either ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek);
  }

  private static boolean matches(String field, int lowest, int highest, int value) {
    for (String part : field.split(",")) {
      String[] rangeAndStep = part.split("/");
      String[] range = rangeAndStep[0].split("-");
      boolean all = range[0].equals("*");
      int first = all ? lowest : Integer.parseInt(range[0]);
      int last = all ? highest : Integer.parseInt(range[range.length - 1]);
      if (rangeAndStep.length > 1 && range.length == 1) {
        last = highest;
      }
      int step = rangeAndStep.length > 1 ? Integer.parseInt(rangeAndStep[1]) : 1;
      if (value >= first && value <= last && (value - first) % step == 0) {
        return true;
      }
    }
    return false;
  }
}
