package io.personalizeoperator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ticks are due, which are missed, and from where a schedule goes on. */
class TickScheduleTest {
  private static final Instant SUNDAY = Instant.parse("2026-11-29T03:00:00Z");

  private static TickSchedule weekly() {
    return TickSchedule.read("weekly", "0 3 * * SUN", null, null, false);
  }

  private static TickCursor handled(TickSchedule schedule, Instant until) {
    return new TickCursor(schedule.entry(), until, false);
  }

  @Test
  void aTickIsDueFromItsTimeUntilItsDeadline() {
    TickSchedule schedule = weekly();
    TickCursor before = handled(schedule, SUNDAY.minusSeconds(1));
    DueTick due = new DueTick("weekly", SUNDAY, SUNDAY.plus(Duration.ofHours(6)));
    assertThat(schedule.since(before, SUNDAY.minusSeconds(1)).due()).isEmpty();
    assertThat(schedule.since(before, SUNDAY).due()).contains(due);
    assertThat(schedule.since(before, due.deadline().minusSeconds(1)).due()).contains(due);
    Ticks late = schedule.since(before, due.deadline());
    assertThat(late.due()).isEmpty();
    assertThat(late.missed()).contains(new MissedTicks(1, SUNDAY));
    assertThat(late.next()).contains(SUNDAY.plus(Duration.ofDays(7)));
  }

  @Test
  void aTickThatIsHandledIsNeitherDueNorMissed() {
    Ticks ticks = weekly().since(handled(weekly(), SUNDAY), SUNDAY.plusSeconds(1));
    assertThat(ticks.due()).isEmpty();
    assertThat(ticks.missed()).isEmpty();
  }

  @Test
  void olderTicksCollapseIntoTheLatest() {
    TickSchedule hourly = TickSchedule.read("hourly", "0 * * * *", null, null, false);
    Ticks ticks = hourly.since(handled(hourly, SUNDAY), SUNDAY.plus(Duration.ofMinutes(200)));
    assertThat(ticks.due())
        .contains(
            new DueTick(
                "hourly", SUNDAY.plus(Duration.ofHours(3)), SUNDAY.plus(Duration.ofHours(4))));
    assertThat(ticks.missed()).contains(new MissedTicks(2, SUNDAY.plus(Duration.ofHours(2))));
  }

  @Test
  void aLongOutageOfAFrequentScheduleIsCountedUpToABound() {
    TickSchedule often = TickSchedule.read("often", "* * * * *", null, null, false);
    Instant now = SUNDAY.plus(Duration.ofDays(365));
    Ticks ticks = often.since(handled(often, SUNDAY), now);
    assertThat(ticks.missed()).contains(new MissedTicks(10_000, now.minusSeconds(60)));
  }

  @ParameterizedTest
  @CsvSource({
    "0 3 * * SUN,6h",
    "0 3 * * *,6h",
    "0 3 1 * *,6h",
    "0 * * * *,1h",
    "0 3;15 * * *,1h",
    "*/30 3 * * SUN,1h"
  })
  void whatRunsMoreThanDailyHasAShorterDeadline(String cron, String deadline) {
    assertThat(TickSchedule.read("s", cron.replace(';', ','), null, null, false).startingDeadline())
        .isEqualTo(DurationText.parse(deadline));
  }

  @Test
  void whatIsNewChangedOrResumedBeginsNow() {
    TickSchedule schedule = weekly();
    Instant now = SUNDAY.plusSeconds(60);
    Instant created = SUNDAY.minusSeconds(5);
    assertThat(TickCursor.resume(Optional.empty(), schedule, created, now).handled())
        .isEqualTo(created);
    TickCursor recorded = handled(schedule, SUNDAY.minusSeconds(5));
    assertThat(TickCursor.resume(Optional.of(recorded), schedule, created, now))
        .isEqualTo(recorded);
    TickSchedule changed = TickSchedule.read("weekly", "0 3 * * SUN", "Asia/Kolkata", null, false);
    assertThat(TickCursor.resume(Optional.of(recorded), changed, created, now).handled())
        .isEqualTo(now);
    TickCursor suspended = new TickCursor(schedule.entry(), recorded.handled(), true);
    assertThat(TickCursor.resume(Optional.of(suspended), schedule, created, now).handled())
        .isEqualTo(now);
  }

  @Test
  void aSuspendedScheduleHasNoTicks() {
    TickSchedule suspended = TickSchedule.read("weekly", "0 3 * * SUN", null, null, true);
    Ticks ticks = suspended.since(handled(suspended, SUNDAY.minusSeconds(1)), SUNDAY);
    assertThat(ticks).isEqualTo(new Ticks(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 25 * * * |              |    | schedule "s": cron: the hour "25"
          0 3 * *    |              |    | schedule "s": cron: "0 3 * *" has 4 fields
          0 3 * * *  | Europe/Mardi |    | schedule "s": timeZone: "Europe/Mardi" is not a time zone
          0 3 * * *  |              | 6x | schedule "s": startingDeadline: "6x" is not a duration
          0 3 * * *  |              | 0s | schedule "s": startingDeadline: "0s" is 0
          """)
  void whatCannotBeReadNamesScheduleAndField(
      String cron, String zone, String deadline, String message) {
    assertThatThrownBy(() -> TickSchedule.read("s", cron, zone, deadline, false))
        .isInstanceOf(InvalidScheduleException.class)
        .hasMessageStartingWith(message);
  }

  /** However the looks fall, every tick is handed out once as due or is counted as missed once. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Madrid", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata"})
  void everyTickIsAccountedForOnce(String zone) {
    Random random = new Random(zone.hashCode());
    for (String cron : List.of("0 * * * *", "30 2 * * *", "15 */5 * * *", "0 3 * * SUN")) {
      TickSchedule schedule = TickSchedule.read("s", cron, zone, "50m", false);
      Instant start = Instant.parse("2026-10-01T00:00:00Z");
      Instant end = start.plus(Duration.ofDays(120));
      TickCursor cursor = handled(schedule, start);
      List<Instant> done = new ArrayList<>();
      int missed = 0;
      for (Instant now = start; now.isBefore(end); now = now.plusSeconds(random.nextInt(14_400))) {
        Ticks ticks = schedule.since(cursor, now);
        if (ticks.missed().isPresent()) {
          missed += ticks.missed().get().count();
          cursor = cursor.handled(ticks.missed().get().last());
        }
        if (ticks.due().isPresent() && random.nextBoolean()) {
          assertThat(now).isBetween(ticks.due().get().tick(), ticks.due().get().deadline());
          done.add(ticks.due().get().tick());
          cursor = cursor.handled(ticks.due().get().tick());
        }
      }
      int all = 0;
      Optional<Instant> tick = schedule.cron().next(start);
      while (tick.isPresent() && !tick.get().isAfter(cursor.handled())) {
        all++;
        tick = schedule.cron().next(tick.get());
      }
      assertThat(done).doesNotHaveDuplicates().isSorted();
      assertThat(done.size() + missed).as(cron + " in " + zone).isEqualTo(all);
    }
  }
}
