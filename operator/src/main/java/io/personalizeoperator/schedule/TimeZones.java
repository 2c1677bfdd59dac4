package io.personalizeoperator.schedule;

import java.time.ZoneId;
import java.util.Set;

/** The time zones of the IANA database, by name, as manifests give them. */
public final class TimeZones {
  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private TimeZones() {}

  /**
   * Reads the name of a zone. Offsets such as +02:00 are no zones: they know no daylight saving
   * time.
   *
   * @param name such as Europe/Madrid or UTC
   * @throws InvalidScheduleException when there is no such zone
   */
  public static ZoneId parse(String name) {
    if (!NAMES.contains(name)) {
      throw new InvalidScheduleException(
          "\"%s\" is not a time zone of the IANA database; give a name such as Europe/Madrid or UTC"
              .formatted(name));
    }
    return ZoneId.of(name);
  }
}
