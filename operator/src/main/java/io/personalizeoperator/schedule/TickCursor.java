package io.personalizeoperator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a schedule was carried out, as recorded in a status: every tick up to an instant is
 * decided, be it done, missed or ignored.
 *
 * @param entry the entry of the schedule that it was recorded for
 * @param handled the last instant that is decided
 * @param suspended whether the schedule was suspended then
 */
public record TickCursor(String entry, Instant handled, boolean suspended) {
  private static final Duration LARGEST_SKEW = Duration.ofHours(1);

  /**
   * From where a schedule goes on. One that is new, changed or resumed begins now: ticks before
   * that are not caught up.
   *
   * @param recorded what the status has of a schedule of this name, if anything
   * @param since when a schedule begins that was never recorded: the creation of the custom
   *     resource on its first report, else now
   */
  public static TickCursor resume(
      Optional<TickCursor> recorded, TickSchedule schedule, Instant since, Instant now) {
    if (recorded.isEmpty()) {
      return new TickCursor(
          schedule.entry(), schedule.suspended() ? now : since, schedule.suspended());
    }
    TickCursor before = recorded.get();
    boolean sameEntry = before.entry.equals(schedule.entry());
    if (sameEntry && before.suspended && schedule.suspended()) {
      return before;
    }
    boolean goesOn = sameEntry && !before.suspended && !schedule.suspended();
    // A clock that was far ahead must not silence the schedule until its time has come.
    boolean isAhead = before.handled.isAfter(now.plus(LARGEST_SKEW));
    boolean isKept = goesOn && !isAhead || before.handled.isAfter(now) && !isAhead;
    Instant handled = isKept ? before.handled : now;
    return new TickCursor(schedule.entry(), handled, schedule.suspended());
  }

  /** The same after a tick was decided. */
  public TickCursor handled(Instant tick) {
    return tick.isAfter(handled) ? new TickCursor(entry, tick, suspended) : this;
  }
}
