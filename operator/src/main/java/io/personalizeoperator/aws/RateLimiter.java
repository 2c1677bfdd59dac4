package io.personalizeoperator.aws;

import io.personalizeoperator.schedule.OperatorClock;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the calls to one account and region under a rate, foreground calls first. A second's worth
 * of calls may go at once after a quiet time.
 */
public final class RateLimiter {
  private static final int BACKGROUND_EVERY = 9;
  private static final long SECOND = 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition turn = lock.newCondition();
  private final double perSecond;
  private final OperatorClock clock;
  private double tokens;
  private long refilled = System.nanoTime();
  private int foregroundWaiting;
  private int backgroundWaiting;
  private int foregroundInARow;

  /**
   * Starts with a second's worth of calls.
   *
   * @param perSecond calls a second of the operator's clock, above zero
   * @param clock whose speed scales the rate; never below the real-time rate
   */
  public RateLimiter(double perSecond, OperatorClock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.tokens = Math.max(1, perSecond);
  }

  /**
   * Waits for this caller's turn.
   *
   * @throws InterruptedException when the operator stops meanwhile
   */
  public void acquire(Priority priority) throws InterruptedException {
    boolean foreground = priority == Priority.FOREGROUND;
    lock.lockInterruptibly();
    try {
      count(foreground, 1);
      try {
        for (refill(); tokens < 1 || !isTurnOf(foreground); refill()) {
          turn.awaitNanos(tokens < 1 ? nanosToNextToken() : SECOND);
        }
        tokens -= 1;
        foregroundInARow = foreground ? foregroundInARow + 1 : 0;
      } finally {
        count(foreground, -1);
        turn.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(boolean foreground, int change) {
    if (foreground) {
      foregroundWaiting += change;
    } else {
      backgroundWaiting += change;
    }
  }

  /** Foreground first, but every tenth call is a background one if one waits: sweeps go on. */
  private boolean isTurnOf(boolean foreground) {
    boolean backgroundsTurn = backgroundWaiting > 0 && foregroundInARow >= BACKGROUND_EVERY;
    return foreground ? !backgroundsTurn : foregroundWaiting == 0 || backgroundsTurn;
  }

  private double rate() {
    return perSecond * Math.max(1, clock.speed());
  }

  private void refill() {
    long now = System.nanoTime();
    tokens = Math.min(Math.max(1, rate()), tokens + (now - refilled) / 1e9 * rate());
    refilled = now;
  }

  private long nanosToNextToken() {
    return Math.max(100_000L, (long) ((1 - tokens) / rate() * 1e9));
  }
}
