package io.personalizeoperator.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** When a clock on the wall reaches a local time, through clock changes in both directions. */
public final class LocalTimes {
  private LocalTimes() {}

  /** The first instant at which the local time has come: for a skipped time, the end of the gap. */
  public static Instant first(LocalDateTime time, ZoneRules rules) {
    ZoneOffsetTransition change = rules.getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : time.toInstant(rules.getValidOffsets(time).getFirst());
  }

  /** As {@link #first}, but the second occurrence of a time that a clock change repeats. */
  public static Instant last(LocalDateTime time, ZoneRules rules) {
    ZoneOffsetTransition change = rules.getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : time.toInstant(rules.getValidOffsets(time).getLast());
  }

  /**
   * The latest local time that the wall clock has shown up to an instant. After it has been put
   * back, that is the time at which this was done, until it comes again.
   */
  static LocalDateTime latestReached(Instant instant, ZoneRules rules) {
    ZoneOffset offset = rules.getOffset(instant);
    LocalDateTime time = LocalDateTime.ofInstant(instant, offset);
    ZoneOffsetTransition change = rules.getTransition(time);
    return change != null && change.isOverlap() && offset.equals(change.getOffsetAfter())
        ? change.getDateTimeBefore().minusNanos(1)
        : time;
  }
}
