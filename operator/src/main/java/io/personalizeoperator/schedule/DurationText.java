package io.personalizeoperator.schedule;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as manifests give them, in hours, minutes and seconds: 4h, 1h30m, 90m, 45s. */
public final class DurationText {
  /** Seven digits are 1,141 years of hours: no sum overflows. */
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d{1,7})h)?(?:(\\d{1,7})m)?(?:(\\d{1,7})s)?");

  private DurationText() {}

  /**
   * Reads a duration.
   *
   * @throws InvalidScheduleException when it is none
   */
  public static Duration parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new InvalidScheduleException(
          "\"%s\" is not a duration; give hours, minutes and seconds such as 4h, 1h30m or 90m"
              .formatted(text));
    }
    return Duration.ofHours(number(parts.group(1)))
        .plusMinutes(number(parts.group(2)))
        .plusSeconds(number(parts.group(3)));
  }

  /** Writes a duration to the second, in the largest units: 1h30m. */
  public static String format(Duration duration) {
    if (duration.toSeconds() == 0) {
      return "0s";
    }
    return part(duration.toHours(), "h")
        + part(duration.toMinutesPart(), "m")
        + part(duration.toSecondsPart(), "s");
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String part(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }
}
