package io.personalizeoperator.spike;

import static io.personalizeoperator.spike.Spikes.at;
import static io.personalizeoperator.spike.Spikes.between;
import static io.personalizeoperator.spike.Spikes.lasting;
import static io.personalizeoperator.spike.Spikes.recurring;
import static io.personalizeoperator.spike.Spikes.suspended;
import static io.personalizeoperator.spike.Spikes.withLeadTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wanted when, through overlaps, edits and clock changes. */
class SpikeCalendarTest {
  private static final LearnedLeadTime NONE = LearnedLeadTime.NONE;
  private static final Spike BLACK_FRIDAY =
      between("black-friday", "2026-11-27T00:00", "2026-11-28T06:00", "Europe/Madrid", 200);
  private static final Spike FRIDAY_NIGHT =
      recurring("friday-night", "0 20 * * FRI", "4h", "Europe/Madrid", 50);

  @Test
  void whatIsMissingIsNeededByTheFirstStartThatItIsNotEnoughFor() {
    Spike high =
        withLeadTime(between("high", "2026-11-27T18:00", "2026-11-28T00:00", null, 200), "8h");
    Spike low = between("low", "2026-11-27T12:00", "2026-11-28T00:00", null, 100);
    SpikeCalendar calendar = SpikeCalendar.of(List.of(high, low));
    Instant bothRaised = at("2026-11-27T11:40Z");
    assertThat(calendar.neededBy(2, bothRaised, NONE)).contains(at("2026-11-27T12:00Z"));
    assertThat(calendar.neededBy(100, bothRaised, NONE)).contains(at("2026-11-27T18:00Z"));
    assertThat(calendar.neededBy(200, bothRaised, NONE)).isEmpty();
    assertThat(calendar.neededBy(2, at("2026-11-27T11:00Z"), NONE))
        .contains(at("2026-11-27T18:00Z"));
  }

  @Test
  void capacityIsWantedFromTheLeadTimeBeforeTheStartUntilTheEnd() {
    SpikeCalendar calendar = SpikeCalendar.of(List.of(BLACK_FRIDAY));
    assertThat(wanted(calendar, at("2026-11-26T22:30Z").minusNanos(1))).isEqualTo(2);
    assertThat(wanted(calendar, at("2026-11-26T22:30Z"))).isEqualTo(200);
    assertThat(wanted(calendar, at("2026-11-28T05:00Z").minusNanos(1))).isEqualTo(200);
    assertThat(wanted(calendar, at("2026-11-28T05:00Z"))).isEqualTo(2);
  }

  @Test
  void changesComeInTheOrderOfFreezeRaiseStartAndEnd() {
    SpikeCalendar calendar = SpikeCalendar.of(List.of(BLACK_FRIDAY));
    Instant now = at("2026-11-01T00:00Z");
    for (String change :
        List.of(
            "2026-11-26T22:15Z", "2026-11-26T22:30Z", "2026-11-26T23:00Z", "2026-11-28T05:00Z")) {
      assertThat(calendar.nextChange(now, NONE)).contains(at(change));
      now = at(change);
    }
    assertThat(calendar.nextChange(now, NONE)).isEmpty();
  }

  @Test
  void theHighestOfOverlappingWindowsWinsAndTheLowerOneTakesOverAtItsEnd() {
    SpikeCalendar calendar =
        SpikeCalendar.of(
            List.of(
                lasting("launch", "2026-11-27T20:00Z", "2h", "UTC", 80),
                lasting("day", "2026-11-27T12:00Z", "12h", "UTC", 30),
                lasting("low", "2026-11-27T12:00Z", "12h", "UTC", 1)));
    assertThat(wanted(calendar, at("2026-11-27T11:30Z"))).isEqualTo(30);
    assertThat(wanted(calendar, at("2026-11-27T19:30Z"))).isEqualTo(80);
    assertThat(calendar.active(at("2026-11-27T19:30Z"), NONE))
        .hasValueSatisfying(window -> assertThat(window.spike()).isEqualTo("launch"));
    assertThat(wanted(calendar, at("2026-11-27T22:00Z"))).isEqualTo(30);
    assertThat(wanted(calendar, at("2026-11-28T00:00Z"))).isEqualTo(2);
  }

  @Test
  void aWindowBelowTheBaseChangesNothingButHoldsRolloutsBack() {
    SpikeCalendar calendar =
        SpikeCalendar.of(List.of(lasting("low", "2026-11-27T12:00Z", "1h", "UTC", 1)));
    assertThat(wanted(calendar, at("2026-11-27T12:00Z"))).isEqualTo(2);
    assertThat(calendar.active(at("2026-11-27T11:30Z").minusNanos(1), NONE)).isEmpty();
    assertThat(calendar.active(at("2026-11-27T11:30Z"), NONE)).isPresent();
    assertThat(calendar.active(at("2026-11-27T13:00Z"), NONE)).isEmpty();
  }

  @Test
  void theNextGapIsWhereNoWindowFollowsTheLast() {
    SpikeCalendar calendar =
        SpikeCalendar.of(
            List.of(
                lasting("first", "2026-11-27T12:00Z", "1h", "UTC", 80),
                lasting("within-its-lead-time", "2026-11-27T13:20Z", "1h", "UTC", 30),
                lasting("later", "2026-11-27T15:06Z", "1h", "UTC", 30)));
    assertThat(calendar.nextGap(at("2026-11-27T11:14Z"), NONE)).contains(at("2026-11-27T11:14Z"));
    assertThat(calendar.nextGap(at("2026-11-27T11:30Z"), NONE)).contains(at("2026-11-27T14:20Z"));
    SpikeCalendar hourly =
        SpikeCalendar.of(List.of(recurring("hourly", "0 * * * *", "1h", "UTC", 50)));
    assertThat(hourly.nextGap(at("2026-11-27T11:30Z"), NONE)).isEmpty();
  }

  @Test
  void aGapThatIsShorterThanAnUpdateIsNone() {
    SpikeCalendar calendar =
        SpikeCalendar.of(
            List.of(
                lasting("first", "2026-11-27T12:00Z", "1h", "UTC", 80),
                lasting("second", "2026-11-27T13:50Z", "1h", "UTC", 30)));
    Instant end = at("2026-11-27T13:00Z");
    LearnedLeadTime quick = NONE.plus(Duration.ofMinutes(19));
    LearnedLeadTime slow = NONE.plus(Duration.ofMinutes(21));
    assertThat(calendar.nextGap(end, quick)).contains(end);
    assertThat(calendar.nextGap(end, slow)).contains(at("2026-11-27T14:50Z"));
    assertThat(calendar.freezing(end, quick)).isEmpty();
    assertThat(calendar.freezing(end, slow))
        .hasValueSatisfying(window -> assertThat(window.spike()).isEqualTo("second"));
    assertThat(calendar.wantedSoon(2, end, quick)).isEqualTo(2);
    assertThat(calendar.wantedSoon(2, end, slow)).isEqualTo(30);
  }

  @Test
  void anEditInMidWindowCountsAtOnce() {
    Instant now = at("2026-11-27T12:00Z");
    Spike asItWas = lasting("sale", "2026-11-27T10:00Z", "4h", "UTC", 80);
    assertThat(wanted(SpikeCalendar.of(List.of()), now)).as("before it is added").isEqualTo(2);
    assertThat(wanted(SpikeCalendar.of(List.of(asItWas)), now)).as("added").isEqualTo(80);
    Spike higher = lasting("sale", "2026-11-27T10:00Z", "4h", "UTC", 120);
    assertThat(wanted(SpikeCalendar.of(List.of(higher)), now)).as("raised").isEqualTo(120);
    Spike shorter = lasting("sale", "2026-11-27T10:00Z", "2h", "UTC", 80);
    assertThat(wanted(SpikeCalendar.of(List.of(shorter)), now)).as("cut short").isEqualTo(2);
    assertThat(SpikeCalendar.of(List.of(shorter)).over(now)).containsExactly("sale");
    Spike later = lasting("sale", "2026-11-27T12:31Z", "2h", "UTC", 80);
    assertThat(wanted(SpikeCalendar.of(List.of(later)), now)).as("put off").isEqualTo(2);
    assertThat(wanted(SpikeCalendar.of(List.of(suspended(asItWas))), now))
        .as("suspended")
        .isEqualTo(2);
    assertThat(wanted(SpikeCalendar.of(null), now)).as("removed").isEqualTo(2);
  }

  @Test
  void suspendedSpikesNeverCount() {
    SpikeCalendar calendar =
        SpikeCalendar.of(List.of(suspended(BLACK_FRIDAY), suspended(FRIDAY_NIGHT)));
    Instant during = at("2026-11-27T20:00Z");
    assertThat(calendar.active(during, NONE)).isEmpty();
    assertThat(calendar.nextChange(during, NONE)).isEmpty();
    assertThat(calendar.occurrences(during, NONE, 10)).isEmpty();
    assertThat(calendar.over(at("2027-01-01T00:00Z"))).isEmpty();
    assertThat(calendar.problems()).isEmpty();
  }

  @Test
  void occurrencesAreInOrderOfStartAndIncludeThoseUnderWay() {
    SpikeCalendar calendar = SpikeCalendar.of(List.of(FRIDAY_NIGHT, BLACK_FRIDAY));
    assertThat(calendar.occurrences(at("2026-11-27T21:00Z"), NONE, 3))
        .containsExactly(
            window("black-friday", "2026-11-26T23:00Z", "2026-11-28T05:00Z", 200),
            window("friday-night", "2026-11-27T19:00Z", "2026-11-27T23:00Z", 50),
            window("friday-night", "2026-12-04T19:00Z", "2026-12-04T23:00Z", 50));
    assertThat(calendar.occurrences(at("2026-11-28T05:00Z"), NONE, 10))
        .hasSize(10)
        .allSatisfy(window -> assertThat(window.spike()).isEqualTo("friday-night"));
    assertThat(calendar.over(at("2026-11-28T05:00Z"))).containsExactly("black-friday");
    assertThat(calendar.over(at("2026-11-28T05:00Z").minusNanos(1))).isEmpty();
    assertThat(calendar.nextStart(at("2026-11-27T21:00Z"), NONE))
        .contains(window("friday-night", "2026-12-04T19:00Z", "2026-12-04T23:00Z", 50));
  }

  @Test
  void recurringWindowsKeepToTheWallClockThroughClockChanges() {
    SpikeCalendar calendar =
        SpikeCalendar.of(List.of(recurring("night", "30 2 * * SUN", "2h", "Europe/Madrid", 50)));
    assertThat(calendar.occurrences(at("2026-03-20T00:00Z"), NONE, 3))
        .containsExactly(
            window("night", "2026-03-22T01:30Z", "2026-03-22T03:30Z", 50),
            window("night", "2026-03-29T01:00Z", "2026-03-29T03:00Z", 50),
            window("night", "2026-04-05T00:30Z", "2026-04-05T02:30Z", 50));
    assertThat(calendar.occurrences(at("2026-10-20T00:00Z"), NONE, 2))
        .containsExactly(
            window("night", "2026-10-25T00:30Z", "2026-10-25T02:30Z", 50),
            window("night", "2026-11-01T01:30Z", "2026-11-01T03:30Z", 50));
  }

  @Test
  void localTimesThatAreSkippedOrRepeatedLoseNoCapacity() {
    Spike repeated = between("r", "2026-10-25T02:30", "2026-10-25T02:45", "Europe/Madrid", 9);
    Spike startSkipped = between("s", "2026-03-29T02:30", "2026-03-29T04:00", "Europe/Madrid", 9);
    Spike endSkipped = between("e", "2026-03-29T01:00", "2026-03-29T02:30", "Europe/Madrid", 9);
    assertThat(onlyWindow(repeated))
        .isEqualTo(window("r", "2026-10-25T00:30Z", "2026-10-25T01:45Z", 9));
    assertThat(onlyWindow(startSkipped))
        .isEqualTo(window("s", "2026-03-29T01:00Z", "2026-03-29T02:00Z", 9));
    assertThat(onlyWindow(endSkipped))
        .isEqualTo(window("e", "2026-03-29T00:00Z", "2026-03-29T01:00Z", 9));
  }

  @Test
  void instantsNeedNoZoneAndMayStandBesideLocalTimes() {
    assertThat(onlyWindow(between("i", "2026-11-27T00:00+01:00", "2026-11-27T00:00:00Z", null, 9)))
        .isEqualTo(window("i", "2026-11-26T23:00Z", "2026-11-27T00:00Z", 9));
    assertThat(
            onlyWindow(between("m", "2026-11-27T00:00", "2026-11-27T00:00Z", "Europe/Madrid", 9)))
        .isEqualTo(window("m", "2026-11-26T23:00Z", "2026-11-27T00:00Z", 9));
  }

  @Test
  void aLearnedLeadTimeRaisesEarlierAndIsNamed() {
    LearnedLeadTime slow = LearnedLeadTime.NONE.plus(Duration.ofMinutes(40));
    SpikeCalendar calendar =
        SpikeCalendar.of(List.of(BLACK_FRIDAY, withLeadTime(FRIDAY_NIGHT, "1h")));
    assertThat(calendar.nextChange(at("2026-11-26T00:00Z"), slow))
        .as("an update before the raise")
        .contains(at("2026-11-26T21:40Z"));
    assertThat(calendar.nextChange(at("2026-11-26T21:40Z"), slow))
        .contains(at("2026-11-26T22:20Z"));
    assertThat(calendar.longerLeads(at("2026-11-26T00:00Z"), slow))
        .containsExactly(
            new SpikeCalendar.LongerLead(
                "black-friday", Duration.ofMinutes(30), Duration.ofMinutes(40)));
    assertThat(calendar.longerLeads(at("2026-11-29T00:00Z"), slow)).isEmpty();
  }

  private static int wanted(SpikeCalendar calendar, Instant now) {
    return calendar.wanted(2, now, NONE);
  }

  private static SpikeWindow onlyWindow(Spike spike) {
    SpikeCalendar calendar = SpikeCalendar.of(List.of(spike));
    assertThat(calendar.problems()).isEmpty();
    return calendar.occurrences(Instant.EPOCH, NONE, 2).getFirst();
  }

  private static SpikeWindow window(String spike, String start, String end, int tps) {
    return new SpikeWindow(spike, at(start).minus(Duration.ofMinutes(30)), at(start), at(end), tps);
  }
}
