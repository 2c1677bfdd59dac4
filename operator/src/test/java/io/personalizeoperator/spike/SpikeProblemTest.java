package io.personalizeoperator.spike;

import static io.personalizeoperator.spike.Spikes.at;
import static io.personalizeoperator.spike.Spikes.between;
import static io.personalizeoperator.spike.Spikes.lasting;
import static io.personalizeoperator.spike.Spikes.recurring;
import static io.personalizeoperator.spike.Spikes.withLeadTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.Spike;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a spike, by spike and field, and that the others still count. */
class SpikeProblemTest {
  private static final String START = "2026-11-27T00:00";
  private static final Spike GOOD = lasting("good", START, "4h", "UTC", 9);

  static List<Arguments> invalidSpikes() {
    return List.of(
        problem(
            lasting("a", START, "4h", "Europe/Madird", 9),
            "timeZone: \"Europe/Madird\" is not a time zone of the IANA database; give a name such as Europe/Madrid or UTC"),
        problem(
            recurring("a", "0 25 * * *", "4h", "UTC", 9),
            "cron: the hour \"25\" is not valid; give 0 to 23, a list such as 1,2, a range such as 1-3, * or */2"),
        problem(
            recurring("a", "0 0 31 2 *", "4h", "UTC", 9),
            "cron: \"0 0 31 2 *\" never comes: no such month has such a day"),
        problem(
            between("a", START, "2026-11-26T23:59", "UTC", 9),
            "end: \"2026-11-26T23:59\" is not after start \"2026-11-27T00:00\"; set a later time"),
        problem(
            between("a", START, START, "UTC", 9),
            "end: \"2026-11-27T00:00\" is not after start \"2026-11-27T00:00\"; set a later time"),
        problem(
            between("a", START, "2026-11-26T23:00Z", "Europe/Madrid", 9),
            "end: \"2026-11-26T23:00Z\" is not after start \"2026-11-27T00:00\"; set a later time"),
        problem(
            between("a", START, "2026-12-28T00:01", "UTC", 9),
            "end: \"2026-12-28T00:01\" is more than 31 days after start \"2026-11-27T00:00\"; set an earlier time"),
        problem(
            between("a", "2026-03-29T02:10", "2026-03-29T02:50", "Europe/Madrid", 9),
            "end: \"2026-03-29T02:50\" is not after start \"2026-03-29T02:10\"; set a later time"),
        problem(
            between("a", "2026-02-30T00:00", START, "UTC", 9),
            "start: \"2026-02-30T00:00\" is not a time; give a local time such as 2026-11-27T00:00, or an instant such as 2026-11-26T23:00Z"),
        problem(
            between("a", START, "tomorrow", "UTC", 9),
            "end: \"tomorrow\" is not a time; give a local time such as 2026-11-27T00:00, or an instant such as 2026-11-26T23:00Z"),
        problem(
            between("a", START, null, "UTC", 9),
            "end: set exactly one of end and duration with start"),
        problem(lasting("a", START, "744h1s", "UTC", 9), "duration: set at most 744h (31 days)"),
        problem(lasting("a", START, "0h", "UTC", 9), "duration: set more than 0"),
        problem(
            lasting("a", START, "4 hours", "UTC", 9),
            "duration: \"4 hours\" is not a duration; give hours, minutes and seconds such as 4h, 1h30m or 90m"),
        problem(recurring("a", "0 0 * * *", null, "UTC", 9), "duration: set it together with cron"),
        problem(
            new Spike("a", null, START, "4h", "0 0 * * *", "UTC", 9, null, null),
            "end: remove it and set duration, because cron is set"),
        problem(
            new Spike("a", START, null, "4h", "0 0 * * *", "UTC", 9, null, null),
            "start: set exactly one of start and cron"),
        problem(
            withLeadTime(lasting("a", START, "4h", "UTC", 9), "24h1s"),
            "leadTime: set at most 24h"),
        problem(lasting("a", START, "4h", "UTC", 0), "minProvisionedTPS: set at least 1"));
  }

  private static Arguments problem(Spike spike, String message) {
    return Arguments.of(spike, message);
  }

  @ParameterizedTest
  @MethodSource("invalidSpikes")
  void aProblemNamesSpikeAndFieldAndLeavesTheOthersAlone(Spike spike, String message) {
    SpikeCalendar calendar = SpikeCalendar.of(List.of(spike, GOOD));
    String field = message.substring(0, message.indexOf(':'));
    assertThat(calendar.problems())
        .containsExactly(new SpikeProblem("a", field, "spike \"a\": " + message));
    assertThat(calendar.wanted(1, at("2026-11-27T00:00Z"), LearnedLeadTime.NONE)).isEqualTo(9);
  }

  @Test
  void theFirstOfEqualNamesCounts() {
    SpikeCalendar calendar =
        SpikeCalendar.of(List.of(GOOD, lasting("good", START, "4h", "UTC", 99)));
    assertThat(calendar.problems())
        .extracting(SpikeProblem::message)
        .containsExactly("spike \"good\": name: each spike must have a unique name");
    assertThat(calendar.wanted(1, at("2026-11-27T00:00Z"), LearnedLeadTime.NONE)).isEqualTo(9);
  }

  @Test
  void aMonthOf31DaysIsNotTooLongAcrossAClockChange() {
    assertThat(
            SpikeCalendar.of(
                    List.of(
                        between("a", "2026-10-01T00:00", "2026-11-01T00:00", "Europe/Madrid", 9)))
                .problems())
        .isEmpty();
  }

  @Test
  void whatIsAbsentIsAsTheCrdHasItByDefault() {
    Spike bare = new Spike("a", START, null, "4h", null, null, 9, null, null);
    SpikeCalendar calendar = SpikeCalendar.of(List.of(bare));
    assertThat(calendar.nextChange(at("2026-11-26T23:15Z"), LearnedLeadTime.NONE))
        .contains(at("2026-11-26T23:30Z"));
  }
}
