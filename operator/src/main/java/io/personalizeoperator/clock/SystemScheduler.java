package io.personalizeoperator.clock;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls back on one thread, by the machine's monotonic clock. */
public final class SystemScheduler implements Scheduler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemScheduler.class);
  private static final Scheduled NOTHING = () -> {};

  /** A callback that is later means that another one does not return. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Duration late;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("scheduler").factory());

  /** Starts its thread with the first callback. */
  public SystemScheduler() {
    this(LATE);
  }

  SystemScheduler(Duration late) {
    this.late = late;
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Scheduled after(long nanos, Runnable callback) {
    try {
      ScheduledFuture<?> scheduled =
          timer.schedule(() -> run(callback), Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      // Closed: nothing is due any more.
      return NOTHING;
    }
  }

  private static void run(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException | Error e) {
      // An Error too: the executor would keep it to itself.
      LOG.error("A callback failed; the other callbacks continue", e);
    }
  }

  /** Whether callbacks run in their time: none is a minute late. */
  public boolean isAlive() {
    Delayed next = (Delayed) timer.getQueue().peek();
    return !timer.isShutdown()
        && (next == null || next.getDelay(TimeUnit.NANOSECONDS) > -late.toNanos());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
