package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.schedule.CronSchedule;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Manifests;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings by schedule, in simulated time. */
class TrainingScheduleTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static SimulatedSolution solution(String training) {
    return new SimulatedSolution(training, START, 1);
  }

  private static ScheduleStatus schedule(SimulatedSolution one, String name) {
    return one.solution.getStatus().schedules().stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachTickTrainsOnceUnderANameOfItsOwn() {
    SimulatedSolution one = solution("{schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.runUntil(START.plus(Duration.ofDays(3)));

    assertThat(one.started(name -> true))
        .containsExactly(
            "initial", "daily-202611250300", "daily-202611260300", "daily-202611270300");
    assertThat(one.solution.getStatus().nextScheduleTime()).isEqualTo("2026-11-28T03:00:00Z");
    assertThat(one.solution.getStatus().lastScheduleTime()).isEqualTo("2026-11-27T03:00:00Z");
    assertThat(one.solution.getStatus().promotedVersion().id()).isEqualTo("daily-202611270300");
    assertThat(one.solution.getStatus().cost().trainingHours()).isEqualTo(8.0);
  }

  @Test
  void aTickIsCountedAsDoneInThePassInWhichAwsAnswered() {
    SimulatedSolution one =
        solution("{onCreate: false, schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.runUntil(Instant.parse("2026-11-25T03:00:00Z"));

    assertThat(schedule(one, "daily").lastScheduleTime()).isEqualTo("2026-11-25T03:00:00Z");
    assertThat(schedule(one, "daily").handledUntil()).isEqualTo("2026-11-25T03:00:00Z");
  }

  @Test
  void aTickOfBeforeTheResourceIsNotRun() {
    SimulatedSolution one =
        solution("{onCreate: false, schedules: [{name: noon, mode: FULL, cron: '59 11 * * *'}]}");
    one.pass();
    assertThat(one.trainings).isEmpty();
  }

  @Test
  void noTickIsIgnoredBecauseTheApiServersClockIsAhead() {
    SimulatedSolution one =
        solution("{onCreate: false, schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.solution.getMetadata().setCreationTimestamp(START.plus(Duration.ofDays(2)).toString());
    one.runUntil(START.plus(Duration.ofDays(1)));
    assertThat(one.started(name -> true)).containsExactly("daily-202611250300");
  }

  @Test
  void aTickWaitsForTheTrainingThatRunsInsideItsDeadline() {
    SimulatedSolution one =
        solution(
            "{schedules: [{name: noon, mode: FULL, cron: '30 12 * * *', startingDeadline: 30m}]}");
    one.runUntil(START.plus(HOUR));
    assertThat(one.started(name -> true)).containsExactly("initial", "noon-202611241230");
    assertThat(one.trainings.get(1).started()).isEqualTo(START.plus(Duration.ofMinutes(40)));
  }

  @Test
  void aTickThatWaitsBeyondItsDeadlineIsMissedAndTold() {
    SimulatedSolution one =
        solution(
            "{schedules: [{name: noon, mode: FULL, cron: '30 12 * * *', startingDeadline: 5m}]}");
    one.runUntil(START.plus(HOUR));

    assertThat(one.started(name -> true)).containsExactly("initial");
    assertThat(schedule(one, "noon").missed()).isEqualTo(1);
    assertThat(schedule(one, "noon").lastMissedTime()).isEqualTo("2026-11-24T12:30:00Z");
    assertThat(schedule(one, "noon").lastMissedReason()).contains("another training was under way");
    assertThat(one.notices).extracting(Notice::reason).contains("TrainingMissed");
  }

  @Test
  void afterAnOutageTheLatestTickRunsAndOlderOnesAreMissed() {
    SimulatedSolution one =
        solution("{schedules: [{name: hourly, mode: FULL, cron: '0 * * * *'}]}");
    one.runUntil(START.plus(Duration.ofMinutes(50)));
    one.step(Duration.ofMinutes(10 + 4 * 60 + 20));

    assertThat(one.started(name -> name.startsWith("hourly")))
        .containsExactly("hourly-202611241700");
    assertThat(schedule(one, "hourly").missed()).isEqualTo(4);
  }

  @Test
  void theHoursOfTheMonthAreCountedOnce() {
    SimulatedSolution one =
        solution("{schedules: [{name: hourly, mode: FULL, cron: '0 * * * *'}]}");
    one.runUntil(START.plus(Duration.ofHours(60)).plus(Duration.ofMinutes(50)));
    assertThat(one.solution.getStatus().cost().trainingHours()).isEqualTo(2.0 * 61);
  }

  @Test
  void aScheduleThatIsSuspendedWritesNothing() {
    SimulatedSolution one =
        solution(
            "{onCreate: false, schedules: [{name: hourly, mode: FULL, cron: '0 * * * *', suspend: true}]}");
    one.pass();
    var before = one.solution.getStatus();
    one.step(Duration.ofMinutes(70));
    assertThat(one.solution.getStatus()).isEqualTo(before);
  }

  @Test
  void suspendedTimeIsNotCaughtUp() {
    String training = "{schedules: [{name: hourly, mode: FULL, cron: '0 * * * *', suspend: %s}]}";
    SimulatedSolution one = solution(training.formatted(true));
    one.runUntil(START.plus(Duration.ofMinutes(190)));
    assertThat(one.started(name -> name.startsWith("hourly"))).isEmpty();

    one.solution.setSpec(solution(training.formatted(false)).solution.getSpec());
    one.runUntil(START.plus(Duration.ofMinutes(250)));
    assertThat(one.started(name -> name.startsWith("hourly")))
        .containsExactly("hourly-202611241600");
    assertThat(schedule(one, "hourly").missed()).isNull();
  }

  @Test
  void aFullTrainingGoesFirstAndMakesTheUpdatesBeforeItNeedless() {
    SimulatedSolution one =
        solution(
            "{schedules: [{name: a-update, mode: UPDATE, cron: '0 * * * *'}, {name: full, mode: FULL, cron: '0 14 * * *'}]}");
    one.runUntil(START.plus(Duration.ofMinutes(150)));
    assertThat(one.started(name -> true))
        .containsExactly("initial", "a-update-202611241300", "full-202611241400");
    assertThat(schedule(one, "a-update").handledUntil()).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(schedule(one, "a-update").missed()).isNull();
  }

  @Test
  void aChangeOfADatasetThatAwsRefusesHoldsUpNoTrainingAfterTheFirst() {
    SimulatedSolution one = solution("{schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.runUntil(START.plus(HOUR));
    one.neighbours =
        List.of(
            Manifests.read(
                Dataset.class,
                """
                metadata: {name: d, generation: 2}
                spec: {type: Items, datasetGroupRef: {name: g}}
                status: {observedGeneration: 2, schemaArn: one, wantedSchemaArn: other,
                  conditions: [{type: Ready, status: 'True', message: Refused.}]}
                """));
    one.runUntil(START.plus(Duration.ofDays(1)));
    assertThat(one.started(name -> name.startsWith("daily"))).hasSize(1);
  }

  @Test
  void anUpdateWithoutAFullVersionIsRefusedWithTheReason() {
    SimulatedSolution one =
        solution("{onCreate: false, schedules: [{name: u, mode: UPDATE, cron: '0 * * * *'}]}");
    one.runUntil(START.plus(Duration.ofMinutes(61)));
    assertThat(one.trainings).isEmpty();
    assertThat(schedule(one, "u").lastMissedReason()).contains("trained in mode FULL");
    assertThat(one.notices).extracting(Notice::reason).containsOnlyOnce("TrainingMissed");
  }

  @Test
  void aScheduleThatCannotBeReadIsNamedAndTheOthersRun() {
    SimulatedSolution one =
        solution(
            "{schedules: [{name: bad, mode: FULL, cron: '0 25 * * *'}, {name: good, mode: FULL, cron: '0 * * * *'}]}");
    one.runUntil(START.plus(Duration.ofMinutes(110)));
    assertThat(one.started(name -> name.startsWith("good"))).hasSize(1);
    assertThat(one.solution.getStatus().lifecycle().conditions())
        .anySatisfy(
            condition -> {
              assertThat(condition.reason()).isEqualTo("InvalidSchedule");
              assertThat(condition.message()).contains("schedule \"bad\": cron: the hour \"25\"");
            });
  }

  @Test
  void aFailedTrainingIsRepeatedSoOftenAndThenWaitsForTheNextTick() {
    SimulatedSolution one =
        solution(
            "{retries: 2, retryDelay: 10m, schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.runUntil(START.plus(HOUR));
    one.failing = 1;
    one.runUntil(START.plus(Duration.ofHours(24)));
    assertThat(one.started(name -> name.startsWith("daily")))
        .containsExactly(
            "daily-202611250300", "daily-202611250300-retry1", "daily-202611250300-retry2");
    assertThat(one.solution.getStatus().promotedVersion().id()).isEqualTo("initial");
    assertThat(one.notices)
        .filteredOn(notice -> notice.reason().equals("TrainingFailed"))
        .hasSize(3);
  }

  /** However it crashes, lags and loses replies: one version for a tick, one training at a time. */
  @Test
  void whatServedBeforeARollbackIsStillToldAfterIt() {
    SimulatedSolution one = solution("{schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}");
    one.runUntil(START.plus(Duration.ofDays(2)));
    promote(one, "initial");
    one.runUntil(START.plus(Duration.ofDays(3)));
    assertThat(one.solution.getStatus().promotedVersion().id()).isEqualTo("initial");
    assertThat(message(one))
        .startsWith(
            "Version initial is promoted and held until the annotation personalize-operator.io/promote is auto.");

    promote(one, "auto");
    one.runUntil(START.plus(Duration.ofDays(3)).plus(HOUR));
    assertThat(one.solution.getStatus().history())
        .extracting(version -> version.name() + " " + version.promotion())
        .containsExactly(
            "initial Promoted",
            "daily-202611250300 Promoted",
            "daily-202611260300 Promoted",
            "daily-202611270300 Promoted");
    assertThat(message(one)).startsWith("Version daily-202611270300 is promoted.");
  }

  private static void promote(SimulatedSolution one, String version) {
    one.solution.getMetadata().setAnnotations(Map.of(PersonalizeResource.PROMOTE, version));
    one.pass();
  }

  private static String message(SimulatedSolution one) {
    return Conditions.find(one.solution.getStatus().lifecycle().conditions(), Conditions.READY)
        .orElseThrow()
        .message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Madrid", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata"})
  void noTickIsTrainedTwiceAndNoneIsLost(String zone) {
    for (long seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      String cron = List.of("0 */4 * * *", "30 2 * * *", "15 6,18 * * *").get((int) seed % 3);
      SimulatedSolution one =
          new SimulatedSolution(
              "{retries: 0, schedules: [{name: s, mode: FULL, cron: '%s', timeZone: %s, startingDeadline: 3h}]}"
                  .formatted(cron, zone),
              Instant.parse("2026-10-01T00:00:00Z"),
              seed);
      one.faults = true;
      one.failing = 0.1;
      Instant end = one.now.plus(Duration.ofDays(30));
      while (one.now.isBefore(end)) {
        if (random.nextInt(30) == 0) {
          one.restart();
        }
        one.step(Duration.ofMinutes(1 + random.nextInt(40)));
      }
      one.faults = false;
      one.step(Duration.ofMinutes(5));
      one.step(Duration.ofMinutes(5));

      assertThat(one.started(name -> true)).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(one.mostAtOnce).as("seed %d", seed).isEqualTo(1);
      int ticks = 0;
      CronSchedule schedule = CronSchedule.parse(cron, ZoneId.of(zone));
      Optional<Instant> tick = schedule.next(Instant.parse("2026-10-01T00:00:00Z"));
      while (tick.isPresent() && !tick.get().isAfter(one.now)) {
        ticks++;
        tick = schedule.next(tick.get());
      }
      Integer missed = schedule(one, "s").missed();
      assertThat(one.started(name -> name.startsWith("s-")).size() + (missed == null ? 0 : missed))
          .as("seed %d: every tick was run, missed or made needless", seed)
          .isBetween(ticks - 2, ticks);
      assertThat(missed).as("seed %d: none is missed inside its deadline", seed).isNull();
    }
  }

  @Test
  void aYearOfHourlyUpdatesAndWeeklyFullTrainingsIsAccountedFor() {
    SimulatedSolution one =
        solution(
            "{schedules: [{name: weekly, mode: FULL, cron: '0 3 * * SUN'}, {name: hourly, mode: UPDATE, cron: '0 * * * *'}]}");
    for (int day = 7; day <= 365; day++) {
      one.runUntil(START.plus(Duration.ofDays(day)));
      if (day % 7 == 0) {
        one.restart();
      }
    }

    int hourly = one.started(name -> name.startsWith("hourly")).size();
    int weekly = one.started(name -> name.startsWith("weekly")).size();
    Integer missed = schedule(one, "hourly").missed();
    assertThat(weekly).isEqualTo(52);
    assertThat(missed).as("ticks that no training covers").isNull();
    assertThat(hourly).isGreaterThan(8_500);
    assertThat(hourly + weekly).isBetween(365 * 24 - 60, 365 * 24);
    assertThat(one.solution.getStatus().history()).hasSizeLessThanOrEqualTo(22);
    assertThat(one.mostAtOnce).isEqualTo(1);
  }
}
