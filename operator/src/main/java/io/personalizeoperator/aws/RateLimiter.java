package io.personalizeoperator.aws;

import io.personalizeoperator.schedule.OperatorClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the calls to one account and region under a rate. Foreground calls go first: those that
 * have to be made for a given time in the order of that time, then the others in the order in which
 * they came. A second's worth of calls may go at once after a quiet time.
 */
public final class RateLimiter implements AutoCloseable {
  /** So many foreground calls go before a background one that waits: sweeps never stop. */
  private static final int FOREGROUND_IN_A_ROW = 9;

  private static final double NANOS = 1e9;
  private static final long SHORTEST_WAIT_NANOS = 100_000L;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final PriorityQueue<Waiter> foreground = new PriorityQueue<>(Waiter.IN_ORDER);
  private final PriorityQueue<Waiter> background = new PriorityQueue<>(Waiter.IN_ORDER);
  private final double perSecond;
  private final OperatorClock clock;
  private final Runnable beforeWaiting;
  private boolean closed;
  private double tokens;
  private long refilled = System.nanoTime();
  private int foregroundInARow;
  private long arrivals;

  /** A caller that waits for its turn. */
  private record Waiter(Instant due, long arrival, Condition turn) {
    static final Comparator<Waiter> IN_ORDER =
        Comparator.comparing(Waiter::due).thenComparingLong(Waiter::arrival);
  }

  /**
   * Starts with a second's worth of calls.
   *
   * @param perSecond calls a second of the operator's clock, above zero
   * @param clock whose speed scales the rate; never below the real-time rate
   * @param beforeWaiting is called by each caller that has to wait; quick and free of exceptions
   */
  public RateLimiter(double perSecond, OperatorClock clock, Runnable beforeWaiting) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.beforeWaiting = beforeWaiting;
    this.tokens = Math.max(1, perSecond);
  }

  /**
   * Waits for this caller's turn.
   *
   * @throws InterruptedException when the operator stops meanwhile
   */
  public void acquire(Priority priority) throws InterruptedException {
    acquire(priority, Instant.MAX);
  }

  /**
   * Waits for this caller's turn.
   *
   * @param due the time that the call is made for, such as the start of a spike
   * @throws InterruptedException when the operator stops meanwhile
   */
  public void acquire(Priority priority, Instant due) throws InterruptedException {
    PriorityQueue<Waiter> queue = priority == Priority.FOREGROUND ? foreground : background;
    lock.lockInterruptibly();
    try {
      Waiter self = new Waiter(due, arrivals++, lock.newCondition());
      queue.add(self);
      try {
        awaitTurn(self);
        tokens -= 1;
        foregroundInARow = priority == Priority.FOREGROUND ? foregroundInARow + 1 : 0;
      } finally {
        queue.remove(self);
        wakeNext();
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitTurn(Waiter self) throws InterruptedException {
    refill();
    if (next() != self || tokens < 1) {
      beforeWaiting.run();
    }
    for (; next() != self || tokens < 1; refill()) {
      if (closed) {
        throw new InterruptedException("The operator stops");
      }
      if (next() == self) {
        self.turn.awaitNanos(nanosToNextToken());
      } else {
        self.turn.await();
      }
    }
  }

  /** The operator stops: whoever waits is sent away, for it has done nothing yet. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      foreground.forEach(waiter -> waiter.turn.signal());
      background.forEach(waiter -> waiter.turn.signal());
    } finally {
      lock.unlock();
    }
  }

  private Waiter next() {
    boolean backgroundsTurn =
        !background.isEmpty() && (foreground.isEmpty() || foregroundInARow >= FOREGROUND_IN_A_ROW);
    return backgroundsTurn ? background.peek() : foreground.peek();
  }

  private void wakeNext() {
    Waiter next = next();
    if (next != null) {
      next.turn.signal();
    }
  }

  private double rate() {
    return perSecond * Math.max(1, clock.speed());
  }

  private void refill() {
    long now = System.nanoTime();
    tokens = Math.min(Math.max(1, rate()), tokens + (now - refilled) / NANOS * rate());
    refilled = now;
  }

  private long nanosToNextToken() {
    return Math.max(SHORTEST_WAIT_NANOS, (long) ((1 - tokens) / rate() * NANOS));
  }
}
