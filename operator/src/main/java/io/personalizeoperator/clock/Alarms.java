package io.personalizeoperator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back at instants of the operator's clock: one alarm a key, ordered by time, one thread, no
 * polling. A clock that jumps makes everything due by then go off at once, in order.
 */
public final class Alarms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private record Alarm(Instant at, Instant neededBy, long order, Object key, Runnable callback) {
    static final Comparator<Alarm> IN_ORDER =
        Comparator.comparing(Alarm::at)
            .thenComparing(Alarm::neededBy)
            .thenComparingLong(Alarm::order);
  }

  private final OperatorClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Object, Alarm> byKey = new HashMap<>();
  private final TreeSet<Alarm> byTime = new TreeSet<>(Alarm.IN_ORDER);
  private final Thread ringer;
  private long order;
  private boolean closed;

  /**
   * Starts with no alarm set.
   *
   * @param clock the time that alarms are set in
   */
  public Alarms(OperatorClock clock) {
    this.clock = clock;
    clock.onChange(this::lookAgain);
    ringer = Thread.ofPlatform().daemon().name("alarms").start(this::ring);
  }

  /**
   * Sets the alarm of a key, in place of the one it may have.
   *
   * @param key whose alarm
   * @param at when; a past instant goes off at once
   * @param callback what to do; it has to be quick and runs on the alarms' own thread
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
   * @param callback what to do; it has to be quick and runs on the alarms' own thread
   */
  public void set(Object key, Instant at, Instant neededBy, Runnable callback) {
    lock.lock();
    try {
      remove(key);
      Alarm alarm = new Alarm(at, neededBy, order++, key, callback);
      byKey.put(key, alarm);
      byTime.add(alarm);
      if (byTime.first() == alarm) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes back the alarm of a key, if it has one.
   *
   * @param key whose alarm
   */
  public void clear(Object key) {
    lock.lock();
    try {
      remove(key);
    } finally {
      lock.unlock();
    }
  }

  /** Whether alarms go off: the thread lives. */
  public boolean isAlive() {
    return ringer.isAlive();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void remove(Object key) {
    Alarm old = byKey.remove(key);
    if (old != null) {
      byTime.remove(old);
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

  private void ring() {
    for (Alarm due = next(); due != null; due = next()) {
      try {
        due.callback.run();
      } catch (RuntimeException e) {
        LOG.error("An alarm's callback failed; the other alarms go on", e);
      }
    }
  }

  /** Waits for the next alarm that is due; null once closed. */
  private Alarm next() {
    lock.lock();
    try {
      while (!closed) {
        Instant now = clock.instant();
        Alarm first = byTime.isEmpty() ? null : byTime.first();
        if (first != null && !first.at.isAfter(now)) {
          remove(first.key);
          return first;
        }
        Duration wait =
            first == null ? LONGEST_WAIT : clock.inRealTime(Duration.between(now, first.at));
        // Compared first: centuries do not fit into nanoseconds.
        long nanos = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : wait.toNanos();
        changed.awaitNanos(Math.max(nanos, TimeUnit.MICROSECONDS.toNanos(100)));
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }
}
