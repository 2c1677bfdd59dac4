package io.personalizeoperator.ratelimit;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  /** The speed at which a limiter for a call in a thousand seconds gives one a second. */
  private static final double ONE_A_SECOND = 1_000;

  private static final CallOrder WHENEVER = CallOrder.of(Priority.FOREGROUND, Instant.MAX);

  private final List<String> woken = new CopyOnWriteArrayList<>();
  private final Map<String, Wakeable> passes = new HashMap<>();
  private final ManualClock clock = new ManualClock(Instant.EPOCH);

  private static Duration timeOf(RateLimiter limiter, int calls) throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      limiter.acquire(Priority.FOREGROUND);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void aSecondsWorthGoesAtOnceAndTheRestAtTheRate() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(100, clock, Runnable::run);
    timeOf(limiter, 100);

    assertThat(timeOf(limiter, 20)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aThreadThatHasDiedIsSeen() {
    clock.speed(ONE_A_SECOND);
    RateLimiter limiter =
        new RateLimiter(
            0.1,
            clock,
            task -> {
              throw new AssertionError("on purpose");
            });
    assertThat(limiter.isAlive()).isTrue();
    for (int i = 0; i < 200; i++) {
      limiter.admits(WHENEVER, passes.computeIfAbsent("pass" + i, name -> () -> {}));
    }

    await().dontCatchUncaughtExceptions().until(() -> !limiter.isAlive());
  }

  @Test
  void aRateBelowOneASecondStillLetsTheFirstCallGo() throws InterruptedException {
    assertThat(timeOf(new RateLimiter(0.001, clock, Runnable::run), 1))
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theRateIsThatOfTheOperatorsClock() throws InterruptedException {
    clock.speed(1_000);
    RateLimiter limiter = new RateLimiter(10, clock, Runnable::run);

    assertThat(timeOf(limiter, 2_000)).as("200 s of the clock").isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aClockThatStandsStillDoesNotStopTheCalls() throws InterruptedException {
    clock.speed(0);
    RateLimiter limiter = new RateLimiter(100, clock, Runnable::run);

    assertThat(timeOf(limiter, 110)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void foregroundGoesFirstAndBackgroundIsNotStarved() {
    RateLimiter limiter = new RateLimiter(50, clock, Runnable::run);
    List<Priority> order = new CopyOnWriteArrayList<>();
    drain(limiter, 50);
    for (int i = 0; i < 10; i++) {
      take(limiter, Priority.BACKGROUND, order);
    }
    for (int i = 0; i < 40; i++) {
      take(limiter, Priority.FOREGROUND, order);
    }
    await().until(() -> order.size() == 50);

    long earlyBackground =
        order.subList(0, 40).stream().filter(p -> p == Priority.BACKGROUND).count();
    assertThat(earlyBackground).isBetween(1L, 8L);
    assertThat(order.subList(45, 50)).containsOnly(Priority.BACKGROUND);
  }

  private static void drain(RateLimiter limiter, int calls) {
    try {
      timeOf(limiter, calls);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void take(RateLimiter limiter, Priority priority, List<Priority> order) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                limiter.acquire(priority);
                order.add(priority);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Wakeable pass(String name) {
    return passes.computeIfAbsent(name, n -> () -> woken.add(n));
  }

  /** One that has no call to give until the clock runs faster. */
  private RateLimiter slow() {
    RateLimiter limiter = new RateLimiter(0.001, clock, Runnable::run);
    assertThat(limiter.admits(WHENEVER, pass("at once"))).isTrue();
    return limiter;
  }

  private static CallOrder neededAt(long second) {
    return CallOrder.of(Priority.FOREGROUND, Instant.ofEpochSecond(second));
  }

  @Test
  void whatIsNeededFirstGoesNextHoweverManyWait() {
    RateLimiter limiter = slow();
    for (int i = 5_000; i > 0; i--) {
      assertThat(limiter.admits(neededAt(i), pass("needed at " + i))).isFalse();
      assertThat(limiter.admits(WHENEVER, pass("whenever " + i))).isFalse();
    }
    assertThat(limiter.waitingPasses()).isEqualTo(10_000);
    assertThat(woken).isEmpty();

    limiter.leave(pass("needed at 1"));
    clock.speed(2_000 * ONE_A_SECOND);
    await().until(() -> woken.size() == 1_000);
    assertThat(woken)
        .filteredOn(name -> name.startsWith("needed"))
        .as("all but every fiftieth")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2, 981).mapToObj(second -> "needed at " + second).toList());
  }

  @Test
  void aPassThatIsWokenIsAdmittedOnce() {
    RateLimiter limiter = slow();
    AtomicInteger called = new AtomicInteger();
    Wakeable pass =
        () -> {
          clock.speed(1);
          called.incrementAndGet();
        };
    assertThat(limiter.admits(WHENEVER, pass)).isFalse();
    clock.speed(ONE_A_SECOND);
    await().until(() -> called.get() == 1);

    assertThat(limiter.admits(WHENEVER, pass)).isTrue();
    assertThat(limiter.admits(WHENEVER, pass)).isFalse();
    assertThat(limiter.waitingPasses()).isEqualTo(1);
  }

  @Test
  void whatAPassAskedForLastCountsAndItKeepsItsPlaceAmongItsLike() {
    RateLimiter limiter = slow();
    for (String name : List.of("first", "second", "third")) {
      limiter.admits(WHENEVER, pass(name));
    }
    limiter.admits(CallOrder.of(Priority.BACKGROUND, Instant.MAX), pass("third"));
    limiter.admits(neededAt(1), pass("third"));
    limiter.admits(WHENEVER, pass("first"));
    assertThat(limiter.waitingPasses()).isEqualTo(3);

    clock.speed(1_000 * ONE_A_SECOND);
    await().until(() -> woken.size() == 3);
    assertThat(woken).containsExactly("third", "first", "second");
  }

  @Test
  void whoLeavesGivesItsTurnToTheNext() {
    RateLimiter limiter = slow();
    AtomicInteger called = new AtomicInteger();
    Wakeable first =
        () -> {
          clock.speed(1);
          called.incrementAndGet();
        };
    limiter.admits(WHENEVER, first);
    limiter.admits(WHENEVER, pass("gone"));
    limiter.admits(WHENEVER, pass("next"));
    clock.speed(ONE_A_SECOND);
    await().until(() -> called.get() == 1);

    limiter.leave(pass("gone"));
    limiter.leave(first);
    await().until(() -> woken.size() == 1);
    assertThat(woken).containsExactly("next");
  }

  @Test
  void noMoreThanHalfASecondsWorthIsWokenUntilTheyComeAndThreadsGoOn() throws InterruptedException {
    RateLimiter limiter = slow();
    for (int i = 0; i < 200; i++) {
      limiter.admits(WHENEVER, pass("pass " + i));
    }
    clock.speed(100 * ONE_A_SECOND);
    await().until(() -> woken.size() == 50);
    for (int i = 0; i < 60; i++) {
      limiter.acquire(Priority.FIRST);
    }
    assertThat(woken).as("when 60 more could have gone").hasSize(50);

    for (int i = 0; i < 50; i++) {
      assertThat(limiter.admits(WHENEVER, pass("pass " + i))).isTrue();
    }
    await().until(() -> woken.size() == 100);
    assertThat(limiter.waitingPasses()).isEqualTo(100);
  }

  @Test
  void aPassThatDoesNotComeIsNotWaitedForAndItsTurnIsNotLost() {
    RateLimiter limiter = new RateLimiter(0.001, clock, Runnable::run, Duration.ofMillis(20));
    limiter.admits(WHENEVER, pass("at once"));
    Wakeable gone = () -> clock.speed(1);
    limiter.admits(WHENEVER, gone);
    limiter.admits(WHENEVER, pass("next"));
    clock.speed(ONE_A_SECOND);

    await().until(() -> woken.equals(List.of("next")));
    assertThat(limiter.admits(WHENEVER, gone)).isFalse();
  }

  @Test
  void nobodyIsAdmittedOnceItIsClosed() {
    RateLimiter limiter = new RateLimiter(100, clock, Runnable::run);
    limiter.close();
    assertThat(limiter.admits(WHENEVER, pass("late"))).isFalse();
  }

  @Test
  void whoWaitsIsSentAwayWhenItIsClosed() {
    RateLimiter limiter = new RateLimiter(0.001, clock, Runnable::run);
    AtomicInteger sentAway = new AtomicInteger();
    AtomicInteger waiting = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      Priority priority = i == 0 ? Priority.BACKGROUND : Priority.FOREGROUND;
      Thread.ofVirtual()
          .start(
              () -> {
                waiting.incrementAndGet();
                try {
                  limiter.acquire(priority);
                } catch (InterruptedException e) {
                  sentAway.incrementAndGet();
                }
              });
    }
    await().until(() -> waiting.get() == 4);
    limiter.close();
    await().until(() -> sentAway.get() == 3);
  }

  @Test
  void waitingEndsWhenTheOperatorStops() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(0.001, clock, Runnable::run);
    limiter.acquire(Priority.FOREGROUND);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> limiter.acquire(Priority.FOREGROUND))
        .isInstanceOf(InterruptedException.class);
  }
}
