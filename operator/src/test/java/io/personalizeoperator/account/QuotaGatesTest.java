package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.ManualScheduler;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many that wait for one quota, on a clock that the test moves. */
class QuotaGatesTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final QuotaScope IMPORTS = new QuotaScope("dataset-import-job", "");
  private static final AwsFailure FULL =
      new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "More than 5.");

  private final ManualClock clock = new ManualClock(START);
  private final ManualScheduler scheduler = new ManualScheduler();
  private final Alarms alarms = new Alarms(clock, scheduler);
  private QuotaGates gates = new QuotaGates(clock, alarms);

  /** Names of those that were woken, in order. */
  private final List<String> woken = new ArrayList<>();

  private final Map<String, Wakeable> passes = new HashMap<>();

  @AfterEach
  void close() {
    alarms.close();
  }

  private Wakeable pass(String name) {
    return passes.computeIfAbsent(name, n -> () -> woken.add(n));
  }

  private boolean mayCall(String name) {
    return mayCall(name, Instant.MAX);
  }

  private boolean mayCall(String name, Instant neededBy) {
    return gates.holding(IMPORTS, pass(name), neededBy).isEmpty();
  }

  private void refused(String name) {
    gates.refused(IMPORTS, pass(name), Instant.MAX, FULL);
  }

  private void worked(String name) {
    gates.answered(IMPORTS, pass(name), true);
  }

  private void ended() {
    gates.ended("dataset-import-job");
  }

  /** Moves on second by second; passes that are woken are refused. */
  private List<Duration> refusedProbes(Duration during) {
    List<Duration> times = new ArrayList<>();
    Instant end = clock.instant().plus(during);
    while (clock.instant().isBefore(end)) {
      pass(Duration.ofSeconds(1));
      List<String> now = List.copyOf(woken);
      woken.clear();
      for (String name : now) {
        assertThat(mayCall(name)).isTrue();
        times.add(Duration.between(START, clock.instant()));
        refused(name);
      }
    }
    return times;
  }

  private void pass(Duration time) {
    clock.set(clock.instant().plus(time));
    scheduler.run();
  }

  @Test
  void nobodyWaitsUntilAwsRefuses() {
    assertThat(mayCall("a")).isTrue();
    worked("a");
    assertThat(mayCall("b")).isTrue();
    assertThat(gates.waiting()).isZero();
  }

  @Test
  void thoseThatComeAfterARefusalWaitAndHearAwsWords() {
    refused("a");
    assertThat(gates.holding(IMPORTS, pass("b"), Instant.MAX)).contains(FULL);
    assertThat(gates.holding(new QuotaScope("filter", "group"), pass("c"), Instant.MAX)).isEmpty();
    assertThat(gates.waiting()).isEqualTo(2);
    assertThat(woken).isEmpty();
  }

  @Test
  void aFirstRefusalIsTriedAgainSoonAsItMayMeanTooManyRequests() {
    refused("a");
    mayCall("b");
    pass(Duration.ofSeconds(2));
    assertThat(woken).containsExactly("a");
    assertThat(mayCall("a")).isTrue();
    worked("a");
    assertThat(woken).as("there was room: the next goes at once").containsExactly("a", "b");
    worked("b");
    assertThat(mayCall("c")).as("nobody waits any more").isTrue();
    worked("c");
    assertThat(gates.waiting()).isZero();
  }

  @Test
  void whileNothingEndsOneProbesAtGrowingIntervals() {
    for (int i = 0; i < 600; i++) {
      refused("r%03d".formatted(i));
    }
    List<Duration> probes = refusedProbes(Duration.ofHours(1));
    assertThat(probes.stream().map(Duration::toSeconds))
        .startsWith(2L, 32L, 92L, 212L, 452L, 932L, 1532L, 2132L)
        .hasSize(10);
  }

  @Test
  void whenOneEndsTheNextGoesAndNoOther() {
    for (String name : List.of("a", "b", "c")) {
      refused(name);
    }
    ended();
    assertThat(woken).containsExactly("a");
    worked("a");
    assertThat(woken).as("its place is taken").containsExactly("a");
    ended();
    ended();
    assertThat(woken).as("one at a time").containsExactly("a", "b");
    worked("b");
    assertThat(woken).containsExactly("a", "b", "c");
  }

  @Test
  void allGoInTheOrderInWhichTheyCameAndWhatIsNeededByATimeGoesFirst() {
    refused("first");
    mayCall("second");
    mayCall("needed later", START.plusSeconds(7200));
    mayCall("needed", START.plusSeconds(3600));
    mayCall("third");
    mayCall("first");
    mayCall("second");
    for (int i = 0; i < 5; i++) {
      ended();
      worked(woken.getLast());
    }
    assertThat(woken).containsExactly("needed", "needed later", "first", "second", "third");
  }

  @Test
  void whoeverIsRefusedAgainKeepsItsPlace() {
    refused("a");
    mayCall("b");
    ended();
    refused("a");
    ended();
    worked("a");
    ended();
    assertThat(woken).containsExactly("a", "a", "b");
  }

  @Test
  void aRefusalRightAfterAnEndIsTriedAgainInHalfAMinuteForAwsMayCountItStill() {
    refused("a");
    refusedProbes(Duration.ofMinutes(20));
    ended();
    refused("a");
    woken.clear();
    pass(Duration.ofSeconds(29));
    assertThat(woken).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(woken).containsExactly("a");
  }

  @Test
  void aProbeWithoutAnAnswerIsRepeatedByTheSameAfterAPause() {
    refused("a");
    mayCall("b");
    ended();
    gates.unanswered(IMPORTS, pass("a"), Instant.MAX);
    assertThat(woken).containsExactly("a");
    assertThat(mayCall("a")).as("until the pause is over").isFalse();
    pass(Duration.ofSeconds(5));
    assertThat(woken).containsExactly("a", "a");

    gates.skipped(pass("a"));
    assertThat(woken).as("it had worked, so a has nothing to do").endsWith("b");
  }

  @Test
  void aResourceThatIsDeletedWhileItWaitsOrHasItsTurnHoldsNobodyUp() {
    refused("a");
    mayCall("b");
    mayCall("c");
    gates.leave(pass("b"));
    ended();
    gates.leave(pass("a"));
    assertThat(woken).containsExactly("a", "c");
    gates.leave(pass("c"));
    assertThat(gates.waiting()).isZero();
    assertThat(mayCall("d")).isTrue();
  }

  @Test
  void aPassThatDoesNotComeInItsTurnIsWaitedForAMinute() {
    refused("a");
    mayCall("b");
    ended();
    pass(Duration.ofSeconds(59));
    assertThat(woken).containsExactly("a");
    pass(Duration.ofSeconds(1));
    assertThat(woken).containsExactly("a", "b");
    assertThat(mayCall("a")).as("late, and not lost").isTrue();
  }

  @Test
  void aTurnThatFailsForAnotherReasonGoesToTheNext() {
    refused("a");
    mayCall("b");
    ended();
    gates.answered(IMPORTS, pass("a"), false);
    assertThat(woken).containsExactly("a", "b");
  }

  @Test
  void aRaisedQuotaIsFoundByAProbeAndThenAllGoOneByOne() {
    IntStream.range(0, 50).forEach(i -> refused("r%02d".formatted(i)));
    refusedProbes(Duration.ofMinutes(5));
    woken.clear();
    pass(Duration.ofMinutes(10));
    for (int i = 0; i < 50; i++) {
      assertThat(woken).hasSize(i + 1);
      worked(woken.getLast());
    }
    assertThat(woken).isSorted();
    assertThat(gates.waiting()).isZero();
  }

  @Test
  void manyThatComeAtOnceAfterNobodyWaitedGoOneByOne() {
    refused("a");
    gates.leave(pass("a"));
    assertThat(mayCall("b")).isTrue();
    assertThat(mayCall("c")).isFalse();
    assertThat(mayCall("d")).isFalse();
    refused("b");
    assertThat(woken).isEmpty();
    gates.leave(pass("b"));
    gates.leave(pass("c"));
    gates.leave(pass("d"));
    pass(Duration.ofDays(1));
    assertThat(mayCall("e")).as("the refusal is long ago").isTrue();
    assertThat(mayCall("f")).isTrue();
  }

  @Test
  void afterARestartAllIsTriedOnce() {
    refused("a");
    gates = new QuotaGates(clock, alarms);
    assertThat(mayCall("b")).isTrue();
    refused("b");
    refused("a");
    ended();
    assertThat(woken).containsExactly("b");
  }

  /** 600 imports of ten minutes each behind a quota of 5, all of which AWS gets to see. */
  @Test
  void sixHundredBehindAQuotaOfFiveCostAFewRefusedCallsInTenHours() {
    List<Instant> running = new ArrayList<>();
    int refusals = 0;
    int done = 0;
    for (int i = 0; i < 600; i++) {
      woken.add("r%03d".formatted(i));
    }
    while (done < 600) {
      List<Instant> over = running.stream().filter(end -> !end.isAfter(clock.instant())).toList();
      running.removeAll(over);
      done += over.size();
      over.forEach(one -> ended());
      while (!woken.isEmpty()) {
        String name = woken.removeFirst();
        if (mayCall(name) && running.size() < 5) {
          running.add(clock.instant().plus(Duration.ofMinutes(10)));
          worked(name);
        } else if (gates.hasTurn(pass(name)) || gates.waiting() == 0) {
          refusals++;
          refused(name);
        }
      }
      pass(Duration.ofSeconds(1));
    }
    Duration took = Duration.between(START, clock.instant());
    assertThat(took).isLessThan(Duration.ofMinutes(1210));
    assertThat(refusals).isLessThan(130);
  }
}
