package io.personalizeoperator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words a cron entry may have, and which days and times it then means. */
class CronScheduleTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 3 * * SUN       | 2026-11-29T03:00 2026-12-06T03:00
          0 3 * * 7         | 2026-11-29T03:00 2026-12-06T03:00
          0 3 * * 0         | 2026-11-29T03:00 2026-12-06T03:00
          0 3 * * fri-sun   | 2026-11-27T03:00 2026-11-28T03:00 2026-11-29T03:00 2026-12-04T03:00
          0 3 * * sun-tue   | 2026-11-29T03:00 2026-11-30T03:00 2026-12-01T03:00 2026-12-06T03:00
          0 3 * * sun-sat   | 2026-11-25T03:00 2026-11-26T03:00
          0 3 * * 5-7       | 2026-11-27T03:00 2026-11-28T03:00 2026-11-29T03:00 2026-12-04T03:00
          0 3 * * */3       | 2026-11-25T03:00 2026-11-28T03:00 2026-11-29T03:00 2026-12-02T03:00
          0 3 * jan,Mar *   | 2027-01-01T03:00 2027-01-02T03:00
          5,50 4-8/2 24 * * | 2026-11-24T04:50 2026-11-24T06:05 2026-11-24T06:50 2026-11-24T08:05
          */25 * * * *      | 2026-11-24T04:50 2026-11-24T05:00 2026-11-24T05:25 2026-11-24T05:50
          40/15 4 * * *     | 2026-11-24T04:40 2026-11-24T04:55 2026-11-25T04:40
          0 0 1 * MON       | 2026-11-30T00:00 2026-12-01T00:00 2026-12-07T00:00
          0 0 1 * *         | 2026-12-01T00:00 2027-01-01T00:00
          0 0 */10 * MON    | 2026-12-21T00:00 2027-01-11T00:00 2027-02-01T00:00
          0 0 ? * MON       | 2026-11-30T00:00 2026-12-07T00:00
          0 0 31 * ?        | 2026-12-31T00:00 2027-01-31T00:00 2027-03-31T00:00
          0 0 29 2 *        | 2028-02-29T00:00 2032-02-29T00:00
          @hourly           | 2026-11-24T05:00 2026-11-24T06:00
          @daily            | 2026-11-25T00:00 2026-11-26T00:00
          @midnight         | 2026-11-25T00:00
          @Weekly           | 2026-11-29T00:00
          @monthly          | 2026-12-01T00:00
          @yearly           | 2027-01-01T00:00
          @annually         | 2027-01-01T00:00
          """)
  void entriesRunWhenTheirWordsSay(String cron, String expected) {
    CronSchedule schedule = CronSchedule.parse(cron, UTC);
    List<Instant> runs =
        List.of(expected.split(" ")).stream()
            .map(time -> LocalDateTime.parse(time).atZone(UTC).toInstant())
            .toList();
    assertThat(firstRuns(schedule, Instant.parse("2026-11-24T04:26:00Z"), runs.size()))
        .isEqualTo(runs);
    for (Instant run : runs) {
      assertThat(schedule.latest(run)).contains(run);
    }
  }

  @Test
  void leapDaysAreFoundAcrossACenturyWithoutOne() {
    CronSchedule schedule = CronSchedule.parse("0 12 29 2 *", UTC);
    assertThat(schedule.next(Instant.parse("2096-02-29T12:00:00Z")))
        .contains(Instant.parse("2104-02-29T12:00:00Z"));
    assertThat(schedule.latest(Instant.parse("2104-02-29T11:59:59Z")))
        .contains(Instant.parse("2096-02-29T12:00:00Z"));
  }

  @Test
  void nextIsStrictlyAfterAndLatestIsAtOrBefore() {
    CronSchedule schedule = CronSchedule.parse("30 4 * * *", UTC);
    Instant run = Instant.parse("2026-11-24T04:30:00Z");
    assertThat(schedule.next(run.minusNanos(1))).contains(run);
    assertThat(schedule.next(run)).contains(run.plusSeconds(86_400));
    assertThat(schedule.latest(run)).contains(run);
    assertThat(schedule.latest(run.minusNanos(1))).contains(run.minusSeconds(86_400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * *        | "* * * *" has 4 fields; give five: minute, hour, day of month, month, day of week
          0 0 0 * * *    | has 6 fields
          60 * * * *     | the minute "60" is not valid; give 0 to 59, a list such as 1,2
          * 24 * * *     | the hour "24" is not valid; give 0 to 23
          * * 0 * *      | the day of month "0" is not valid; give 1 to 31
          * * * FOO *    | the month "FOO" is not valid; give 1 to 12 or JAN to DEC
          * * * * 8      | the day of week "8" is not valid; give 0 to 7 or SUN to SAT, where 0 and 7 are Sunday
          5-1 * * * *    | the minute "5-1" is not valid
          */0 * * * *    | the minute "*/0" is not valid
          1,,2 * * * *   | the minute "1,,2" is not valid
          1/2/3 * * * *  | the minute "1/2/3" is not valid
          ? * * * *      | the minute "?" is not valid
          0 0 L * *      | the day of month "L" is not valid
          0 0 * * 5#2    | the day of week "5#2" is not valid
          0 0 31 2,4 *   | "0 0 31 2,4 *" never comes: no such month has such a day
          @every 5m      | "@every 5m" is not known; give five fields or one of @hourly
          ''             | "" has 0 fields
          """)
  void whatIsWrongIsNamed(String cron, String message) {
    assertThatThrownBy(() -> CronSchedule.parse(cron, UTC))
        .isInstanceOf(InvalidScheduleException.class)
        .hasMessageContaining(message);
  }

  @Test
  void zonesAreReadByTheirNames() {
    assertThat(TimeZones.parse("Europe/Madrid")).isEqualTo(ZoneId.of("Europe/Madrid"));
    for (String wrong : List.of("Europe/Madird", "+02:00", "UTC+2", "", "europe/madrid")) {
      assertThatThrownBy(() -> TimeZones.parse(wrong))
          .isInstanceOf(InvalidScheduleException.class)
          .hasMessageStartingWith("\"" + wrong + "\" is not a time zone of the IANA database");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4h, 14400, 4h",
    "1h30m, 5400, 1h30m",
    "90m, 5400, 1h30m",
    "61s, 61, 1m1s",
    "0m, 0, 0s"
  })
  void durationsAreHoursMinutesAndSeconds(String text, long seconds, String written) {
    assertThat(DurationText.parse(text)).hasSeconds(seconds);
    assertThat(DurationText.format(DurationText.parse(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"''", "4", "h", "4d", "30m1h", "-1h", "1.5h", "4 h", "12345678h"})
  void otherDurationsAreRefused(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(InvalidScheduleException.class)
        .hasMessageContaining("is not a duration; give hours, minutes and seconds such as 4h");
  }

  private static List<Instant> firstRuns(CronSchedule schedule, Instant after, int count) {
    List<Instant> runs = new ArrayList<>();
    Optional<Instant> run = schedule.next(after);
    while (run.isPresent() && runs.size() < count) {
      runs.add(run.get());
      run = schedule.next(run.get());
    }
    return runs;
  }
}
