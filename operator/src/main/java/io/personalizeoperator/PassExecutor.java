package io.personalizeoperator;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the passes: so many at once as the machine has use for. A pass that has made its call lets
 * those that wait go before it reports: calls take AWS's time and may be due, reports take the API
 * server's.
 */
final class PassExecutor extends ThreadPoolExecutor {
  /** More passes took more memory in a burst and no less time. */
  private static final int AT_ONCE = 32;

  /** Those that wait for a place, and so are let go before a report, included. */
  private static final int MOST = 512;

  private static final int IDLE_SECONDS = 10;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  PassExecutor() {
    super(
        MOST,
        MOST,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofVirtual().name("pass-", 0).factory());
    allowCoreThreadTimeOut(true);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable pass) {
    places.acquireUninterruptibly();
  }

  @Override
  protected void afterExecute(Runnable pass, Throwable failure) {
    places.release();
  }

  /** Called by a pass, which goes on once those that wait for a place now have had one. */
  void letOthersGo() {
    places.release();
    places.acquireUninterruptibly();
  }

  /** How many passes wait for a place. */
  int waiting() {
    return places.getQueueLength();
  }
}
