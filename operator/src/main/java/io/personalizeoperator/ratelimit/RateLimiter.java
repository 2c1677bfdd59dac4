package io.personalizeoperator.ratelimit;

import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.clock.Scheduler;
import io.personalizeoperator.clock.Scheduler.Scheduled;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the calls to one account and region under a rate. A second's worth of calls may go at once
 * after a quiet time; then they go in the order of {@link WaitingCalls}.
 *
 * <p>No thread waits here. A pass that is not admitted ends, and its resource is woken in its turn:
 * however many are due, the most urgent goes next, and decides on what is known and wanted by then.
 * A call of a sweep is a task that runs in its turn.
 */
public final class RateLimiter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
  private static final double NANOS = 1e9;
  private static final long SHORTEST_WAIT_NANOS = 100_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Passes that were woken because their turn has come, with the time; the oldest first. */
  private final Map<Wakeable, Long> called = new LinkedHashMap<>();

  private final WaitingCalls waiting = new WaitingCalls();
  private final double perSecond;
  private final OperatorClock clock;
  private final Scheduler scheduler;
  private final Executor waking;
  private final Executor tasks;
  private final long patienceNanos;
  private @Nullable Scheduled next;
  private boolean letting;
  private boolean closed;
  private double tokens;
  private long refilled;
  private double rateSinceRefill;

  /**
   * Starts with a second's worth of calls.
   *
   * @param perSecond calls a second of the operator's clock, above zero
   * @param clock its speed scales the rate, which is never below the real-time rate
   * @param scheduler real time, and callbacks when the next turn has come
   * @param waking wakes the passes whose turn has come, before those that come for other reasons
   * @param tasks runs the submitted tasks
   */
  public RateLimiter(
      double perSecond, OperatorClock clock, Scheduler scheduler, Executor waking, Executor tasks) {
    this(perSecond, clock, scheduler, waking, tasks, PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience how long (real time) a pass that was woken may take to ask again; one that does
   *     not, such as a deleted resource's, is not waited for
   */
  public RateLimiter(
      double perSecond,
      OperatorClock clock,
      Scheduler scheduler,
      Executor waking,
      Executor tasks,
      Duration patience) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.scheduler = scheduler;
    this.waking = waking;
    this.tasks = tasks;
    this.patienceNanos = patience.toNanos();
    this.tokens = Math.max(1, perSecond);
    this.refilled = scheduler.nanos();
    this.rateSinceRefill = rate();
    clock.onChange(this::schedule);
  }

  /**
   * Whether the call of a pass may go now. If not, the pass is woken when its turn has come, to
   * decide again and to ask again; what it asks last counts.
   *
   * @param pass is woken
   * @return false too when the operator stops
   */
  public synchronized boolean admits(CallOrder order, Wakeable pass) {
    refill();
    if (closed) {
      return false;
    }
    if (called.remove(pass) != null || takeAtOnce()) {
      schedule();
      return true;
    }
    waiting.put(pass, order);
    schedule();
    return false;
  }

  /** A pass has ended and has no call to make any more. */
  public synchronized void leave(Wakeable pass) {
    waiting.forget(pass);
    if (called.remove(pass) != null) {
      tokens += 1;
      schedule();
    }
  }

  /**
   * Runs a task, which makes one call, when its turn has come. When the operator stops, the tasks
   * that wait are dropped.
   */
  public void submit(Priority priority, Runnable task) {
    synchronized (this) {
      refill();
      if (closed) {
        return;
      }
      if (!takeAtOnce()) {
        waiting.add(priority, task);
        schedule();
        return;
      }
    }
    tasks.execute(task);
  }

  /**
   * Counts one more call of a pass that was admitted. It goes at once, since the pass has begun
   * something; those that wait go later by as much.
   */
  public synchronized void charge() {
    refill();
    tokens -= 1;
  }

  /** How many resources wait for their turn. */
  public synchronized int waitingPasses() {
    return waiting.passes();
  }

  /** The operator stops: those that wait have done nothing yet, and are dropped. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    schedule();
  }

  private boolean takeAtOnce() {
    if (!waiting.isEmpty() || tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** Schedules the next call, in place of the earlier schedule. */
  private synchronized void schedule() {
    if (letting) {
      // It looks again itself before it ends.
      return;
    }
    if (next != null) {
      next.cancel();
      next = null;
    }
    refill();
    WaitingCalls.Call first = closed ? null : waiting.next();
    if (first != null) {
      next = scheduler.after(nanosTo(first), this::letGo);
    }
  }

  private long nanosTo(WaitingCalls.Call call) {
    if (hasToWaitForCalled(call)) {
      return nanosToEndOfPatience();
    }
    return tokens < 1 ? nanosToNextToken() : 0;
  }

  private boolean hasToWaitForCalled(WaitingCalls.Call call) {
    return call.pass() != null && called.size() >= mostCalled();
  }

  /** Admits the calls whose turn has come. */
  private void letGo() {
    begin();
    try {
      for (Optional<Runnable> turn = take(); turn.isPresent(); turn = take()) {
        turn.get().run();
      }
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    letting = true;
    next = null;
  }

  private synchronized void end() {
    letting = false;
    schedule();
  }

  /** Takes the call whose turn has come: what wakes its pass, or starts its task. */
  private synchronized Optional<Runnable> take() {
    refill();
    WaitingCalls.Call first = closed ? null : waiting.next();
    if (first == null || tokens < 1 || hasToWaitForCalled(first)) {
      return Optional.empty();
    }
    tokens -= 1;
    waiting.take();
    Wakeable pass = first.pass();
    if (pass == null) {
      return Optional.of(() -> tasks.execute(first.task()));
    }
    called.put(pass, scheduler.nanos());
    return Optional.of(() -> wake(pass));
  }

  private void wake(Wakeable pass) {
    try {
      waking.execute(pass::wake);
    } catch (RuntimeException e) {
      LOG.error("Waking a pass failed; the others are woken", e);
    }
  }

  private double rate() {
    return perSecond * Math.max(1, clock.speed());
  }

  /** Those that are called may all ask at once; the rest of a second's worth is for tasks. */
  private double mostCalled() {
    return Math.max(1, rate() / 2);
  }

  private void refill() {
    long now = scheduler.nanos();
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
    return Math.max(SHORTEST_WAIT_NANOS, (long) Math.ceil((1 - tokens) / rate() * NANOS));
  }

  private long nanosToEndOfPatience() {
    long oldest = called.values().iterator().next();
    return Math.max(SHORTEST_WAIT_NANOS, oldest + patienceNanos - scheduler.nanos());
  }
}
