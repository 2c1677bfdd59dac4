package io.personalizeoperator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clock changes in both directions, of an hour, half an hour and a day, as Debian's cron has them.
 */
class CronClockChangeTest {
  private static final long SEED = 5;
  private static final int ENTRIES_PER_CHANGE = 60;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Skipped: at the first instant after the gap, beside what runs then anyway.
          Europe/Madrid       | 30 2 * * *      | 2026-03-28T12:00Z | 2026-03-29T01:00Z 2026-03-30T00:30Z
          Europe/Madrid       | 0,30 2,3 * * *  | 2026-03-28T12:00Z | 2026-03-29T01:00Z 2026-03-29T01:30Z 2026-03-30T00:00Z
          Europe/Madrid       | 15 1 * * *      | 2026-03-28T12:00Z | 2026-03-29T00:15Z 2026-03-29T23:15Z
          America/New_York    | 30 2 * * *      | 2026-03-07T12:00Z | 2026-03-08T07:00Z 2026-03-09T06:30Z
          Australia/Lord_Howe | 15 2 * * *      | 2026-10-03T00:00Z | 2026-10-03T15:30Z 2026-10-04T15:15Z
          Australia/Lord_Howe | 45 2 * * *      | 2026-10-03T00:00Z | 2026-10-03T15:45Z 2026-10-04T15:45Z
          Pacific/Apia        | 0 8 * * *       | 2011-12-29T12:00Z | 2011-12-29T18:00Z 2011-12-30T10:00Z 2011-12-30T18:00Z
          America/Sao_Paulo   | 0 0 * * *       | 2018-11-03T12:00Z | 2018-11-04T03:00Z 2018-11-05T02:00Z
          # Repeated: at the first occurrence only.
          Europe/Madrid       | 30 2 * * *      | 2026-10-24T12:00Z | 2026-10-25T00:30Z 2026-10-26T01:30Z
          America/New_York    | 30 1 * * *      | 2026-10-31T12:00Z | 2026-11-01T05:30Z 2026-11-02T06:30Z
          Australia/Lord_Howe | 45 1 * * *      | 2026-04-04T00:00Z | 2026-04-04T14:45Z 2026-04-05T15:15Z
          America/Sao_Paulo   | 30 23 * * *     | 2018-02-17T12:00Z | 2018-02-18T01:30Z 2018-02-19T02:30Z
          # With * the wall clock counts: not at skipped times, at each occurrence of repeated ones.
          Europe/Madrid       | */30 2 * * *    | 2026-03-28T12:00Z | 2026-03-30T00:00Z 2026-03-30T00:30Z
          Europe/Madrid       | 0 * * * *       | 2026-03-29T00:00Z | 2026-03-29T01:00Z 2026-03-29T02:00Z
          Europe/Madrid       | */30 2 * * *    | 2026-10-24T12:00Z | 2026-10-25T00:00Z 2026-10-25T00:30Z 2026-10-25T01:00Z 2026-10-25T01:30Z 2026-10-26T01:00Z
          Europe/Madrid       | 30 */2 * * *    | 2026-10-24T23:00Z | 2026-10-25T00:30Z 2026-10-25T01:30Z 2026-10-25T03:30Z
          Australia/Lord_Howe | */15 1 * * *    | 2026-04-04T14:20Z | 2026-04-04T14:30Z 2026-04-04T14:45Z 2026-04-04T15:00Z 2026-04-04T15:15Z 2026-04-05T14:30Z
          Pacific/Apia        | 0 */12 30,31 12 * | 2011-12-29T12:00Z | 2011-12-30T10:00Z 2011-12-30T22:00Z 2012-12-29T10:00Z
          """)
  void runsAroundAChange(String zone, String cron, String after, String expected) {
    CronSchedule schedule = CronSchedule.parse(cron, ZoneId.of(zone));
    List<Instant> runs = Stream.of(expected.split(" ")).map(CronClockChangeTest::instant).toList();
    Instant from = instant(after);
    assertThat(runs(schedule, from, runs.getLast().plusSeconds(1))).isEqualTo(runs);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(schedule.latest(runs.get(i).minusNanos(1))).contains(runs.get(i - 1));
      assertThat(schedule.latest(runs.get(i))).contains(runs.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Madrid 2026-03-29T01:00Z",
        "Europe/Madrid 2026-10-25T01:00Z",
        "America/New_York 2026-03-08T07:00Z",
        "America/New_York 2026-11-01T06:00Z",
        "Australia/Lord_Howe 2026-04-04T15:00Z",
        "Australia/Lord_Howe 2026-10-03T15:30Z",
        "Pacific/Apia 2011-12-30T10:00Z",
        "America/Sao_Paulo 2018-02-18T02:00Z",
        "America/Sao_Paulo 2018-11-04T03:00Z",
        "Asia/Kolkata 2028-02-29T00:00Z"
      })
  void randomEntriesRunAsADaemonThatLooksEachMinuteRunsThem(String change) {
    ZoneId zone = ZoneId.of(change.split(" ")[0]);
    Instant from = instant(change.split(" ")[1]).minus(Duration.ofHours(40));
    Instant to = from.plus(Duration.ofHours(84));
    Random random = new Random(SEED);
    for (int i = 0; i < ENTRIES_PER_CHANGE; i++) {
      String cron = entry(random);
      CronSchedule schedule = CronSchedule.parse(cron, zone);
      List<Instant> expected = new CronOracle(cron, zone).runs(from, to);
      assertThat(runs(schedule, from.minusNanos(1), to))
          .as("%s %s", cron, zone)
          .isEqualTo(expected);
      TreeSet<Instant> sorted = new TreeSet<>(expected);
      for (int j = 0; j < 100; j++) {
        Instant now = from.plusSeconds(random.nextInt(84 * 3600));
        assertThat(schedule.latest(now).filter(run -> !run.isBefore(from)).orElse(null))
            .as("latest run of %s %s at %s", cron, zone, now)
            .isEqualTo(sorted.floor(now));
      }
    }
  }

  private static String entry(Random random) {
    return String.join(
        " ",
        field(random, 0, 59),
        random.nextInt(3) == 0 ? field(random, 0, 23) : field(random, 0, 4),
        random.nextInt(3) > 0 ? "*" : field(random, 1, 28),
        "*",
        random.nextInt(3) > 0 ? "*" : field(random, 0, 7));
  }

  private static String field(Random random, int lowest, int highest) {
    int first = lowest + random.nextInt(highest - lowest + 1);
    int last = first + random.nextInt(highest - first + 1);
    int other = lowest + random.nextInt(highest - lowest + 1);
    int step = 1 + random.nextInt(highest - lowest - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "*";
      case 1 -> "*/" + step;
      case 2 -> first + "-" + last;
      case 3 -> first + "-" + last + "/" + step;
      case 4 -> first + "," + other;
      default -> Integer.toString(first);
    };
  }

  private static List<Instant> runs(CronSchedule schedule, Instant after, Instant before) {
    List<Instant> runs = new ArrayList<>();
    Optional<Instant> run = schedule.next(after);
    while (run.isPresent() && run.get().isBefore(before)) {
      runs.add(run.get());
      run = schedule.next(run.get());
    }
    return runs;
  }

  private static Instant instant(String text) {
    return Instant.parse(text.replace("Z", ":00Z"));
  }
}
