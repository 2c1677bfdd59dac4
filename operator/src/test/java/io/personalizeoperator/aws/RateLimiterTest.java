package io.personalizeoperator.aws;

import static io.personalizeoperator.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personalizeoperator.schedule.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
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
    RateLimiter limiter = new RateLimiter(100, clock, () -> {});
    timeOf(limiter, 100);

    assertThat(timeOf(limiter, 20)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aRateBelowOneASecondStillLetsTheFirstCallGo() throws InterruptedException {
    assertThat(timeOf(new RateLimiter(0.001, clock, () -> {}), 1))
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theRateIsThatOfTheOperatorsClock() throws InterruptedException {
    clock.speed(1_000);
    RateLimiter limiter = new RateLimiter(10, clock, () -> {});

    assertThat(timeOf(limiter, 2_000)).as("200 s of the clock").isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aClockThatStandsStillDoesNotStopTheCalls() throws InterruptedException {
    clock.speed(0);
    RateLimiter limiter = new RateLimiter(100, clock, () -> {});

    assertThat(timeOf(limiter, 110)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void foregroundGoesFirstAndBackgroundIsNotStarved() {
    RateLimiter limiter = new RateLimiter(50, clock, () -> {});
    List<Priority> order = new CopyOnWriteArrayList<>();
    drain(limiter);
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

  private static void drain(RateLimiter limiter) {
    try {
      timeOf(limiter, 50);
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

  @Test
  void onlyWhoHasToWaitGivesWayFirst() throws InterruptedException {
    AtomicInteger gaveWay = new AtomicInteger();
    RateLimiter limiter = new RateLimiter(100, clock, gaveWay::incrementAndGet);
    timeOf(limiter, 100);
    int before = gaveWay.get();
    timeOf(limiter, 10);
    assertThat(before).isZero();
    assertThat(gaveWay.get()).isBetween(1, 10);
  }

  @Test
  void whoWaitsIsSentAwayWhenItIsClosed() {
    RateLimiter limiter = new RateLimiter(0.001, clock, () -> {});
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
    RateLimiter limiter = new RateLimiter(0.001, clock, () -> {});
    limiter.acquire(Priority.FOREGROUND);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> limiter.acquire(Priority.FOREGROUND))
        .isInstanceOf(InterruptedException.class);
  }
}
