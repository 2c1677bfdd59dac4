package io.personalizeoperator.ratelimit;

import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the calls to one account and region under a rate. A second's worth of calls may go at once
 * after a quiet time; then they go in the order of {@link WaitingCalls}.
 *
 * <p>Passes do not wait here. One whose turn has not come ends, and its resource is woken when it
 * has: however many are due, the most urgent goes next, on what is known and wanted by then.
 */
public final class RateLimiter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
  private static final double NANOS = 1e9;
  private static final long SHORTEST_WAIT_NANOS = 100_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final WaitingCalls waiting = new WaitingCalls();

  /** Passes that were woken because their turn has come, with the time; the oldest first. */
  private final Map<Wakeable, Long> called = new LinkedHashMap<>();

  private final double perSecond;
  private final OperatorClock clock;
  private final Executor waking;
  private final long patienceNanos;
  private Thread caller;
  private boolean closed;
  private double tokens;
  private long refilled = System.nanoTime();
  private double rateSinceRefill;

  /**
   * Starts with a second's worth of calls.
   *
   * @param perSecond calls a second of the operator's clock, above zero
   * @param clock whose speed scales the rate; never below the real-time rate
   * @param waking wakes the passes whose turn has come, before those that come for other reasons
   */
  public RateLimiter(double perSecond, OperatorClock clock, Executor waking) {
    this(perSecond, clock, waking, PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience how long (real time) a pass that was woken may take to come; one that does not,
   *     such as a deleted resource's, is not waited for
   */
  public RateLimiter(double perSecond, OperatorClock clock, Executor waking, Duration patience) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.waking = waking;
    this.patienceNanos = patience.toNanos();
    this.tokens = Math.max(1, perSecond);
    this.rateSinceRefill = rate();
    clock.onChange(this::lookAgain);
  }

  /**
   * Whether the call of a pass may go now. If not, the pass is woken when its turn has come, to
   * decide anew and to ask again; what it asks last counts.
   *
   * @param pass who is woken
   * @return false too when the operator stops
   */
  public boolean admits(CallOrder turn, Wakeable pass) {
    lock.lock();
    try {
      refill();
      if (closed) {
        return false;
      }
      if (called.remove(pass) != null || takeAtOnce()) {
        changed.signal();
        return true;
      }
      waiting.put(pass, turn);
      callOthers();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** A pass has ended and has no call to make any more. */
  public void leave(Wakeable pass) {
    lock.lock();
    try {
      waiting.forget(pass);
      if (called.remove(pass) != null) {
        tokens += 1;
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the caller's turn.
   *
   * @throws InterruptedException when the operator stops meanwhile
   */
  public void acquire(Priority priority) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      refill();
      if (takeAtOnce()) {
        return;
      }
      WaitingCalls.Call self = waiting.add(priority, lock.newCondition());
      callOthers();
      try {
        while (!closed && waiting.contains(self)) {
          self.reached().await();
        }
      } finally {
        waiting.remove(self);
      }
      if (closed) {
        throw new InterruptedException("The operator stops");
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many resources wait for their turn. */
  public int waitingPasses() {
    lock.lock();
    try {
      return waiting.passes();
    } finally {
      lock.unlock();
    }
  }

  /** Whether those that wait are called in their turn: the thread lives, or none is needed yet. */
  public boolean isAlive() {
    lock.lock();
    try {
      return caller == null || caller.isAlive();
    } finally {
      lock.unlock();
    }
  }

  /** The operator stops: whoever waits is sent away, for it has done nothing yet. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.threads().forEach(call -> call.reached().signal());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void lookAgain() {
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean takeAtOnce() {
    if (!waiting.isEmpty() || tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** Somebody waits: from now on a thread looks whose turn it is. */
  private void callOthers() {
    if (caller == null) {
      caller = Thread.ofVirtual().name("rate-limit").start(this::call);
    }
    changed.signal();
  }

  private void call() {
    try {
      for (Optional<Wakeable> next = next(); next.isPresent(); next = next()) {
        wake(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake(Wakeable pass) {
    try {
      waking.execute(pass::wake);
    } catch (RuntimeException e) {
      LOG.error("A pass could not be woken; the others are", e);
    }
  }

  /** Lets those that wait go, up to the next pass that has to be woken; empty once closed. */
  private Optional<Wakeable> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        refill();
        WaitingCalls.Call next = waiting.next();
        if (next == null) {
          changed.await();
        } else if (next.pass() != null && called.size() >= mostCalled()) {
          changed.awaitNanos(nanosToEndOfPatience());
        } else if (tokens < 1) {
          changed.awaitNanos(nanosToNextToken());
        } else {
          tokens -= 1;
          waiting.take();
          if (next.pass() != null) {
            called.put(next.pass(), System.nanoTime());
            return Optional.of(next.pass());
          }
          next.reached().signal();
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private double rate() {
    return perSecond * Math.max(1, clock.speed());
  }

  /** Those that are called may all come at once; the rest of a second's worth is for threads. */
  private double mostCalled() {
    return Math.max(1, rate() / 2);
  }

  private void refill() {
    long now = System.nanoTime();
    double gained = (now - refilled) / NANOS * rateSinceRefill;
    refilled = now;
    rateSinceRefill = rate();
    for (Iterator<Long> at = called.values().iterator();
        at.hasNext() && now - at.next() >= patienceNanos; ) {
      at.remove();
      tokens += 1;
    }
    tokens = Math.min(Math.max(1, rateSinceRefill) - called.size(), tokens + gained);
  }

  private long nanosToNextToken() {
    return Math.max(SHORTEST_WAIT_NANOS, (long) ((1 - tokens) / rate() * NANOS));
  }

  private long nanosToEndOfPatience() {
    long oldest = called.values().iterator().next();
    return Math.max(SHORTEST_WAIT_NANOS, oldest + patienceNanos - System.nanoTime());
  }
}
