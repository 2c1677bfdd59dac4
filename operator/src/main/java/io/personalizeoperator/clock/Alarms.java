package io.personalizeoperator.clock;

import io.personalizeoperator.clock.Scheduler.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back at instants of the operator's clock: one alarm a key, ordered by time, on the
 * scheduler's thread, without polling. A clock that jumps makes everything due by then go off at
 * once, in order.
 */
public final class Alarms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final long SHORTEST_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private record Alarm(Instant at, Instant neededBy, long order, Object key, Runnable callback) {
    static final Comparator<Alarm> IN_ORDER =
        Comparator.comparing(Alarm::at)
            .thenComparing(Alarm::neededBy)
            .thenComparingLong(Alarm::order);
  }

  private final OperatorClock clock;
  private final Scheduler scheduler;
  private final Map<Object, Alarm> byKey = new HashMap<>();
  private final TreeSet<Alarm> byTime = new TreeSet<>(Alarm.IN_ORDER);
  private @Nullable Scheduled next;
  private long order;
  private boolean closed;

  /**
   * Starts with no alarm set.
   *
   * @param clock the time that alarms are set in
   * @param scheduler calls back when the first of them is due
   */
  public Alarms(OperatorClock clock, Scheduler scheduler) {
    this.clock = clock;
    this.scheduler = scheduler;
    clock.onChange(this::schedule);
  }

  /**
   * Sets the alarm of a key, in place of the one it may have.
   *
   * @param key whose alarm
   * @param at when; a past instant goes off at once
   * @param callback what to do; it has to be quick and runs on the scheduler's thread
   */
  public void set(Object key, Instant at, Runnable callback) {
    set(key, at, Instant.MAX, callback);
  }

  /**
   * Sets the alarm of a key, in place of the one it may have.
   *
   * @param key whose alarm
   * @param at when; a past instant goes off at once
   * @param neededBy of alarms for the same instant the one with the earliest goes off first
   * @param callback what to do; it has to be quick and runs on the scheduler's thread
   */
  public synchronized void set(Object key, Instant at, Instant neededBy, Runnable callback) {
    remove(key);
    Alarm alarm = new Alarm(at, neededBy, order++, key, callback);
    byKey.put(key, alarm);
    byTime.add(alarm);
    if (byTime.first() == alarm) {
      schedule();
    }
  }

  /**
   * Takes back the alarm of a key, if it has one.
   *
   * @param key whose alarm
   */
  public synchronized void clear(Object key) {
    remove(key);
  }

  @Override
  public synchronized void close() {
    closed = true;
    schedule();
  }

  private void remove(Object key) {
    Alarm old = byKey.remove(key);
    if (old != null) {
      byTime.remove(old);
    }
  }

  /** Has the first alarm ring in its time, in place of what was first before. */
  private synchronized void schedule() {
    if (next != null) {
      next.cancel();
      next = null;
    }
    if (!closed && !byTime.isEmpty()) {
      next = scheduler.after(nanosTo(byTime.first()), this::ring);
    }
  }

  private long nanosTo(Alarm alarm) {
    Instant now = clock.instant();
    if (!alarm.at.isAfter(now)) {
      return 0;
    }
    Duration wait = clock.inRealTime(Duration.between(now, alarm.at));
    // Compared first: centuries do not fit into nanoseconds.
    long nanos = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : wait.toNanos();
    return Math.max(nanos, SHORTEST_WAIT_NANOS);
  }

  private void ring() {
    try {
      for (Alarm due = takeDue(); due != null; due = takeDue()) {
        ring(due);
      }
    } finally {
      schedule();
    }
  }

  private static void ring(Alarm due) {
    try {
      due.callback.run();
    } catch (RuntimeException e) {
      LOG.error("The callback of an alarm failed; the other alarms continue", e);
    }
  }

  /** Takes the next alarm that is due; null if none is. */
  private synchronized @Nullable Alarm takeDue() {
    Alarm first = closed || byTime.isEmpty() ? null : byTime.first();
    if (first == null || first.at.isAfter(clock.instant())) {
      return null;
    }
    remove(first.key);
    return first;
  }
}
