package io.personalizeoperator.runtime;

import io.personalizeoperator.reconcile.Rooms;
import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the passes, a limited number at once. A pass whose call has its turn goes before those that
 * run for other reasons. A pass that has made its call yields to waiting passes before it reports:
 * calls take AWS's time and may be due, reports take the API server's. A pass that writes to
 * Kubernetes has given its place back and has one of those for writing: an API server that is slow
 * or down holds no call to AWS up.
 */
final class PassExecutor extends ThreadPoolExecutor implements Rooms {
  /** More passes took more memory in a burst and no less time. */
  private static final int AT_ONCE = 32;

  /** Including passes that wait for a place, to which others yield before they report. */
  private static final int MOST = 128;

  private static final int WRITE_AT_ONCE = 32;

  /** Including writes that wait: so a quarter of the threads and more are left for calls. */
  private static final int MOST_WRITES = 64;

  private static final int IDLE_SECONDS = 10;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Semaphore writes = new Semaphore(MOST_WRITES);
  private final Semaphore writing = new Semaphore(WRITE_AT_ONCE, true);
  private final ScopedValue<Boolean> first = ScopedValue.newInstance();
  private final AtomicLong submitted = new AtomicLong();

  /** A pass that is queued. */
  private record Queued(Runnable pass, boolean first, long number)
      implements Runnable, Comparable<Queued> {
    private static final Comparator<Queued> IN_ORDER =
        Comparator.comparing(Queued::first).reversed().thenComparingLong(Queued::number);

    @Override
    public void run() {
      pass.run();
    }

    @Override
    public int compareTo(Queued other) {
      return IN_ORDER.compare(this, other);
    }
  }

  PassExecutor() {
    super(
        MOST,
        MOST,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new PriorityBlockingQueue<>(),
        Thread.ofVirtual().name("pass-", 0).factory());
    allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable pass) {
    super.execute(new Queued(pass, first.isBound(), submitted.getAndIncrement()));
  }

  /**
   * Passes that this thread submits while it runs go before all that are queued otherwise. An
   * executor has no other way to know: the framework submits an opaque Runnable, but it does so on
   * the thread that handles the event (PassesInTheFrameworkTest proves it).
   */
  void submitFirst(Runnable submitting) {
    ScopedValue.where(first, true).run(submitting);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable pass) {
    places.acquireUninterruptibly();
  }

  @Override
  protected void afterExecute(Runnable pass, Throwable failure) {
    places.release();
  }

  /** Called by a pass, which continues once the passes that wait now have had a place. */
  @Override
  public void yieldToWaiting() {
    places.release();
    places.acquireUninterruptibly();
  }

  @Override
  public <E extends Exception> boolean write(Rooms.Write<E> write) throws E {
    if (!writes.tryAcquire()) {
      return false;
    }
    places.release();
    try {
      writing.acquireUninterruptibly();
      try {
        write.run();
      } finally {
        writing.release();
      }
      return true;
    } finally {
      writes.release();
      places.acquireUninterruptibly();
    }
  }

  /** How many passes wait for a place. */
  int waiting() {
    return places.getQueueLength();
  }

  /** How many passes run. */
  int running() {
    return AT_ONCE - places.availablePermits();
  }

  /** How many passes wait, for a place or for a thread. */
  int queued() {
    return waiting() + getQueue().size();
  }
}
