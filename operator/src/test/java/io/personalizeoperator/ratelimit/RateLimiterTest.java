package io.personalizeoperator.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.ManualScheduler;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In time that the test steps, on the test's thread. */
class RateLimiterTest {
  private static final CallOrder WHENEVER = CallOrder.of(Priority.FOREGROUND, Instant.MAX);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<String> woken = new ArrayList<>();
  private final List<String> run = new ArrayList<>();
  private final Map<String, Wakeable> passes = new HashMap<>();
  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final ManualScheduler scheduler = new ManualScheduler();

  private RateLimiter limiter(double perSecond) {
    return new RateLimiter(perSecond, clock, scheduler, Runnable::run, Runnable::run);
  }

  /** One whose second's worth of calls has gone. */
  private RateLimiter drained(int perSecond) {
    RateLimiter limiter = limiter(perSecond);
    for (int i = 0; i < perSecond; i++) {
      assertThat(limiter.admits(WHENEVER, pass("drains"))).isTrue();
    }
    return limiter;
  }

  private Wakeable pass(String name) {
    return passes.computeIfAbsent(name, n -> () -> woken.add(n));
  }

  private static CallOrder neededAt(long second) {
    return CallOrder.of(Priority.FOREGROUND, Instant.ofEpochSecond(second));
  }

  private void submit(RateLimiter limiter, Priority priority, String... names) {
    for (String name : names) {
      limiter.submit(priority, () -> run.add(name));
    }
  }

  @Test
  void aSecondsWorthGoesAtOnceAndTheRestAtTheRate() {
    RateLimiter limiter = limiter(10);
    IntStream.range(0, 25).forEach(i -> submit(limiter, Priority.FOREGROUND, "call " + i));
    assertThat(run).hasSize(10);

    scheduler.advance(Duration.ofMillis(100));
    assertThat(run).hasSize(11);
    scheduler.advance(Duration.ofMillis(99));
    assertThat(run).hasSize(11);
    scheduler.advance(Duration.ofMillis(801));
    assertThat(run).hasSize(20);
    scheduler.advance(Duration.ofMillis(500));
    assertThat(run)
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(i -> "call " + i).toList());
    assertThat(scheduler.pending()).as("nobody waits").isZero();
  }

  @Test
  void noMoreThanASecondsWorthIsSavedInAQuietTime() {
    RateLimiter limiter = drained(10);
    scheduler.advance(Duration.ofHours(1));

    IntStream.range(0, 15).forEach(i -> submit(limiter, Priority.FOREGROUND, "call " + i));
    assertThat(run).hasSize(10);
  }

  @Test
  void aRateBelowOneASecondStillLetsTheFirstCallGo() {
    RateLimiter limiter = limiter(0.001);
    submit(limiter, Priority.FOREGROUND, "first", "second");
    assertThat(run).containsExactly("first");

    scheduler.advance(Duration.ofSeconds(999));
    assertThat(run).containsExactly("first");
    scheduler.advance(SECOND);
    assertThat(run).containsExactly("first", "second");
  }

  @Test
  void theRateIsThatOfTheOperatorsClock() {
    clock.speed(1_000);
    RateLimiter limiter = limiter(10);
    IntStream.range(0, 2_000).forEach(i -> submit(limiter, Priority.FOREGROUND, "call " + i));

    scheduler.advance(Duration.ofMillis(200));
    assertThat(run).as("200 s of the clock").hasSize(2_000);
  }

  @Test
  void aClockThatRunsFasterIsFollowedAtOnce() {
    RateLimiter limiter = limiter(0.001);
    submit(limiter, Priority.FOREGROUND, "first", "second");
    scheduler.advance(SECOND);

    clock.speed(1_000);
    scheduler.advance(SECOND);
    assertThat(run).containsExactly("first", "second");
  }

  @Test
  void aClockThatStandsStillDoesNotStopTheCalls() {
    clock.speed(0);
    RateLimiter limiter = drained(10);
    submit(limiter, Priority.FOREGROUND, "call");

    scheduler.advance(Duration.ofMillis(100));
    assertThat(run).containsExactly("call");
  }

  @Test
  void foregroundGoesFirstAndBackgroundIsNotStarved() {
    RateLimiter limiter = drained(50);
    for (int i = 0; i < 10; i++) {
      submit(limiter, Priority.BACKGROUND, "background");
    }
    for (int i = 0; i < 40; i++) {
      submit(limiter, Priority.FOREGROUND, "foreground");
    }
    scheduler.advance(SECOND);

    assertThat(run).hasSize(50);
    assertThat(run.subList(0, 40)).filteredOn("background"::equals).hasSize(4);
    assertThat(run.subList(45, 50)).containsOnly("background");
  }

  @Test
  void aTaskRunsOnTheExecutorThatWasGiven() {
    Queue<Runnable> handedOver = new ArrayDeque<>();
    RateLimiter limiter = new RateLimiter(1, clock, scheduler, Runnable::run, handedOver::add);
    submit(limiter, Priority.FIRST, "at once", "in its turn");
    scheduler.advance(SECOND);
    assertThat(run).isEmpty();

    handedOver.forEach(Runnable::run);
    assertThat(run).containsExactly("at once", "in its turn");
  }

  @Test
  void aTaskCanSubmitTheNext() {
    RateLimiter limiter = limiter(1);
    limiter.submit(Priority.FIRST, () -> submit(limiter, Priority.FIRST, "next"));
    assertThat(run).isEmpty();

    scheduler.advance(SECOND);
    assertThat(run).containsExactly("next");
  }

  @Test
  void oneMoreCallOfAPassGoesAtOnceAndDelaysThoseThatWait() {
    RateLimiter limiter = drained(1);
    submit(limiter, Priority.FIRST, "waits");
    limiter.charge();
    limiter.charge();

    scheduler.advance(Duration.ofMillis(2_999));
    assertThat(run).isEmpty();
    scheduler.advance(Duration.ofMillis(1));
    assertThat(run).containsExactly("waits");
  }

  @Test
  void whatIsNeededFirstGoesNextHoweverManyWait() {
    RateLimiter limiter = drained(2_000);
    for (int i = 5_000; i > 0; i--) {
      assertThat(limiter.admits(neededAt(i), pass("needed at " + i))).isFalse();
      assertThat(limiter.admits(WHENEVER, pass("whenever " + i))).isFalse();
    }
    assertThat(limiter.waitingPasses()).isEqualTo(10_000);
    assertThat(woken).isEmpty();

    limiter.leave(pass("needed at 1"));
    scheduler.advance(SECOND);
    assertThat(woken).as("half a second's worth").hasSize(1_000);
    assertThat(woken)
        .filteredOn(name -> name.startsWith("needed"))
        .as("all but every fiftieth")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2, 981).mapToObj(second -> "needed at " + second).toList());
  }

  @Test
  void aPassThatIsWokenIsAdmittedOnce() {
    RateLimiter limiter = drained(1);
    assertThat(limiter.admits(WHENEVER, pass("pass"))).isFalse();
    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("pass");

    assertThat(limiter.admits(WHENEVER, pass("pass"))).isTrue();
    assertThat(limiter.admits(WHENEVER, pass("pass"))).isFalse();
    assertThat(limiter.waitingPasses()).isEqualTo(1);
  }

  @Test
  void aPassThatAsksWhileItIsWokenIsAdmitted() {
    RateLimiter limiter = drained(1);
    List<Boolean> admitted = new ArrayList<>();
    Wakeable pass =
        new Wakeable() {
          @Override
          public void wake() {
            admitted.add(limiter.admits(WHENEVER, this));
          }
        };
    limiter.admits(WHENEVER, pass);
    limiter.admits(WHENEVER, pass("next"));
    scheduler.advance(SECOND);
    assertThat(admitted).containsExactly(true);
    assertThat(woken).isEmpty();

    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("next");
  }

  @Test
  void aWakingThatFailsKeepsNoOtherFromBeingWoken() {
    RateLimiter limiter = drained(4);
    limiter.admits(
        WHENEVER,
        () -> {
          throw new IllegalStateException("on purpose");
        });
    limiter.admits(WHENEVER, pass("next"));

    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("next");
  }

  @Test
  void whatAPassAskedForLastCountsAndItKeepsItsPlaceAmongItsLike() {
    RateLimiter limiter = drained(10);
    for (String name : List.of("first", "second", "third")) {
      limiter.admits(WHENEVER, pass(name));
    }
    limiter.admits(CallOrder.of(Priority.BACKGROUND, Instant.MAX), pass("third"));
    limiter.admits(neededAt(1), pass("third"));
    limiter.admits(WHENEVER, pass("first"));
    assertThat(limiter.waitingPasses()).isEqualTo(3);

    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("third", "first", "second");
  }

  @Test
  void whoLeavesGivesItsTurnToTheNext() {
    RateLimiter limiter = drained(1);
    limiter.admits(WHENEVER, pass("first"));
    limiter.admits(WHENEVER, pass("gone"));
    limiter.admits(WHENEVER, pass("next"));
    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("first");

    limiter.leave(pass("gone"));
    limiter.leave(pass("first"));
    scheduler.run();
    assertThat(woken).containsExactly("first", "next");
  }

  @Test
  void noMoreThanHalfASecondsWorthIsWokenUntilTheyAskAndTasksContinue() {
    RateLimiter limiter = drained(100);
    for (int i = 0; i < 200; i++) {
      limiter.admits(WHENEVER, pass("pass " + i));
    }
    scheduler.advance(Duration.ofMillis(500));
    assertThat(woken).hasSize(50);
    for (int i = 0; i < 60; i++) {
      submit(limiter, Priority.FIRST, "task");
    }
    scheduler.advance(Duration.ofMillis(600));
    assertThat(run).hasSize(60);
    assertThat(woken).as("when 60 more could have gone").hasSize(50);

    for (int i = 0; i < 50; i++) {
      assertThat(limiter.admits(WHENEVER, pass("pass " + i))).isTrue();
    }
    scheduler.advance(Duration.ofMillis(500));
    assertThat(woken).hasSize(100);
    assertThat(limiter.waitingPasses()).isEqualTo(100);
  }

  @Test
  void aPassThatDoesNotAskIsNotWaitedForAndItsTurnIsNotLost() {
    RateLimiter limiter =
        new RateLimiter(1, clock, scheduler, Runnable::run, Runnable::run, Duration.ofSeconds(20));
    limiter.admits(WHENEVER, pass("at once"));
    limiter.admits(WHENEVER, pass("gone"));
    limiter.admits(WHENEVER, pass("next"));
    scheduler.advance(SECOND);
    assertThat(woken).containsExactly("gone");

    scheduler.advance(Duration.ofSeconds(20).minusNanos(1));
    assertThat(woken).containsExactly("gone");
    scheduler.advance(Duration.ofNanos(1));
    assertThat(woken).containsExactly("gone", "next");
    assertThat(limiter.admits(WHENEVER, pass("gone"))).isFalse();
  }

  @Test
  void nobodyIsAdmittedOnceItIsClosed() {
    RateLimiter limiter = limiter(100);
    limiter.close();
    submit(limiter, Priority.FIRST, "late");

    assertThat(limiter.admits(WHENEVER, pass("late"))).isFalse();
    assertThat(run).isEmpty();
  }

  @Test
  void whoWaitsWhenItIsClosedDoesNothingAnyMore() {
    RateLimiter limiter = drained(1);
    limiter.admits(WHENEVER, pass("waits"));
    submit(limiter, Priority.BACKGROUND, "waits");
    limiter.close();

    scheduler.advance(Duration.ofMinutes(1));
    assertThat(woken).isEmpty();
    assertThat(run).isEmpty();
    assertThat(limiter.waitingPasses()).isZero();
  }
}
