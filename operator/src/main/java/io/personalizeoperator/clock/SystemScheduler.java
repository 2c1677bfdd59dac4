package io.personalizeoperator.clock;

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

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("scheduler").factory());

  /** Starts its thread with the first callback. */
  public SystemScheduler() {
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
    } catch (RuntimeException e) {
      LOG.error("A callback failed; the other callbacks continue", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
