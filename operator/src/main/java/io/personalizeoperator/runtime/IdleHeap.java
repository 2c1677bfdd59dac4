package io.personalizeoperator.runtime;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Returns memory after a burst. A serial collector collects the old generation only when the heap
 * has grown towards the limit, which may not happen for hours: the process would keep the memory of
 * its busiest minute. So an idle heap is collected.
 */
public final class IdleHeap {
  /** How often the heap is looked at. */
  public static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** A heap that grows by less between two looks rests. */
  private static final long REST_BYTES = 1L << 20;

  /** Less garbage than this is not worth the pause, some 50 ms for 10,000 resources. */
  private static final long WORTH_BYTES = 16L << 20;

  private final LongSupplier used;
  private final Runnable collect;
  private long before;
  private long live;

  /**
   * Begins with a heap that is all live.
   *
   * @param used bytes of the heap that are used, garbage included
   * @param collect collects all garbage
   */
  public IdleHeap(LongSupplier used, Runnable collect) {
    this.used = used;
    this.collect = collect;
    this.before = used.getAsLong();
    this.live = before;
  }

  /** Looks after this JVM's heap from a thread of its own, as long as the process lives. */
  public static void start() {
    Runtime runtime = Runtime.getRuntime();
    IdleHeap heap = new IdleHeap(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
    Thread.ofPlatform().daemon().name("idle-heap").start(heap::keepLooking);
  }

  private void keepLooking() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects what is worth it when the heap has rested since the last look. */
  public void look() {
    long now = used.getAsLong();
    boolean rests = Math.abs(now - before) < REST_BYTES;
    live = Math.min(live, now);
    if (rests && now - live >= WORTH_BYTES) {
      collect.run();
      now = used.getAsLong();
      live = now;
    }
    before = now;
  }
}
