package io.personalizeoperator.clock;

import java.time.Duration;
import java.util.Comparator;
import java.util.TreeSet;

/** Real time that a test steps; callbacks run on the test's thread. Not thread-safe. */
public final class ManualScheduler implements Scheduler {
  private record Callback(long at, long order, Runnable run) {
    private static final Comparator<Callback> IN_ORDER =
        Comparator.comparingLong(Callback::at).thenComparingLong(Callback::order);
  }

  private final TreeSet<Callback> callbacks = new TreeSet<>(Callback.IN_ORDER);
  private long now;
  private long order;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Scheduled after(long nanos, Runnable callback) {
    Callback scheduled = new Callback(now + Math.max(0, nanos), order++, callback);
    callbacks.add(scheduled);
    return () -> callbacks.remove(scheduled);
  }

  /** Runs what is due now, and what becomes due by that. */
  public void run() {
    advance(Duration.ZERO);
  }

  /** Lets time pass; what becomes due meanwhile runs in its order, each in its time. */
  public void advance(Duration by) {
    long end = now + by.toNanos();
    while (!callbacks.isEmpty() && callbacks.first().at <= end) {
      Callback first = callbacks.pollFirst();
      now = first.at;
      first.run.run();
    }
    now = end;
  }

  /** How many callbacks are due later. */
  public int pending() {
    return callbacks.size();
  }
}
