package io.personalizeoperator.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A tick whose work is to begin.
 *
 * @param schedule the name of its schedule
 * @param tick when it came
 * @param deadline until when its work may begin, exclusive
 */
public record DueTick(String schedule, Instant tick, Instant deadline) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

  /** The tick to the minute in UTC, for names: ticks of one schedule never share a minute. */
  public String stamp() {
    return MINUTE.format(tick);
  }
}
