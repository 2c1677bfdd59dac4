package io.personalizeoperator.runtime;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassExecutorTest {
  private final PassExecutor executor = new PassExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void close() {
    end.countDown();
    executor.shutdownNow();
  }

  private void pass() {
    executor.execute(
        () -> {
          running.incrementAndGet();
          waitFor(end);
          ended.incrementAndGet();
        });
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void onlySoManyPassesRunAtOnceAndTheOthersFollow() {
    for (int i = 0; i < 100; i++) {
      pass();
    }
    await().until(() -> running.get() == 32);
    assertThat(executor.getActiveCount()).isEqualTo(100);
    assertThat(running).hasValue(32);

    end.countDown();
    await().until(() -> ended.get() == 100);
  }

  @Test
  void aPassThatLetsOthersGoReportsAfterAllThatWait() {
    Queue<String> order = new ConcurrentLinkedQueue<>();
    CountDownLatch called = new CountDownLatch(1);
    executor.execute(
        () -> {
          waitFor(called);
          order.add("call");
          executor.yieldToWaiting();
          order.add("report");
        });
    for (int i = 0; i < 31; i++) {
      pass();
    }
    await().until(() -> running.get() == 31);
    for (int i = 0; i < 3; i++) {
      executor.execute(() -> order.add("another's call"));
    }
    await().until(() -> executor.waiting() == 3);

    called.countDown();
    await().until(() -> order.size() == 5);
    assertThat(order)
        .containsExactly("call", "another's call", "another's call", "another's call", "report");
  }

  @Test
  void passesThatWaitForTheApiServerLeaveRoomForCallsToAws() {
    AtomicInteger refused = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      executor.execute(
          () -> {
            running.incrementAndGet();
            if (!executor.write(() -> waitFor(end))) {
              refused.incrementAndGet();
            }
            ended.incrementAndGet();
          });
    }
    await().until(() -> running.get() == 100);
    await().until(() -> refused.get() == 36);
    AtomicInteger calls = new AtomicInteger();
    for (int i = 0; i < 100; i++) {
      executor.execute(calls::incrementAndGet);
    }
    await().until(() -> calls.get() == 100);

    end.countDown();
    await().until(() -> ended.get() == 100);
    assertThat(executor.running()).isZero();
  }

  @Test
  void aPassWhoseTurnHasComeGoesBeforeThoseThatAreQueued() {
    for (int i = 0; i < 128; i++) {
      pass();
    }
    await().until(() -> executor.waiting() == 96);
    Queue<String> order = new ConcurrentLinkedQueue<>();
    executor.execute(() -> order.add("queued"));
    executor.submitFirst(() -> executor.execute(() -> order.add("first whose turn has come")));
    executor.submitFirst(() -> executor.execute(() -> order.add("second whose turn has come")));
    executor.execute(() -> order.add("queued later"));

    executor.shutdownNow().forEach(Runnable::run);
    assertThat(order)
        .containsExactly(
            "first whose turn has come", "second whose turn has come", "queued", "queued later");
  }
}
