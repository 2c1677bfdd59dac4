package io.personalizeoperator.filter;

import io.personalizeoperator.api.Limits;
import io.personalizeoperator.decision.ContentHash;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Names of filters in AWS: functions of manifest and tick, so that no filter is created twice. */
final class FilterName {
  private static final int HASH_LENGTH = 8;
  private static final Pattern VALID = Pattern.compile(Limits.NAME);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

  private FilterName() {}

  /** A name with a tick, to the minute in UTC: ticks of one schedule never share a minute. */
  static String at(Instant tick, String name) {
    return with("-" + MINUTE.format(tick), name);
  }

  /** A name beside another that has it already. */
  static String beside(String name, String expression) {
    return with("-" + ContentHash.of(expression).substring(0, HASH_LENGTH), name);
  }

  private static String with(String suffix, String name) {
    return shortened(name, Limits.NAME_LENGTH - suffix.length()) + suffix;
  }

  /** At most so many characters; what is cut off is in a hash. */
  private static String shortened(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    String hash = "-" + ContentHash.of(name).substring(0, HASH_LENGTH);
    return name.substring(0, length - hash.length()) + hash;
  }

  /**
   * A rendered name, shortened to what AWS takes.
   *
   * @throws IllegalArgumentException when it has other characters than AWS takes
   */
  static String checked(String name) {
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: \"%s\" has other characters than letters, digits, - and _, or begins with - or _"
              .formatted(name));
    }
    return shortened(name, Limits.NAME_LENGTH);
  }
}
