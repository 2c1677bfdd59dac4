package io.personalizeoperator.clock;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one scheduler that runs on real time. */
class SystemSchedulerTest {
  private final SystemScheduler scheduler = new SystemScheduler();
  private final List<String> run = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void callbacksRunInTheOrderOfTheirTimesOnOneThread() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    long due = scheduler.nanos() + Duration.ofMillis(20).toNanos();
    scheduler.after(Duration.ofMillis(20).toNanos(), () -> run.add("later"));
    scheduler.after(-1, () -> run.add("at once"));
    for (int i = 0; i < 3; i++) {
      scheduler.after(0, () -> threads.add(Thread.currentThread()));
    }

    await().until(() -> run.size() == 2);
    assertThat(run).containsExactly("at once", "later");
    assertThat(scheduler.nanos()).isGreaterThanOrEqualTo(due);
    assertThat(threads).hasSize(3).containsOnly(threads.getFirst());
  }

  @Test
  void aCallbackThatIsTakenBackDoesNotRun() {
    scheduler.after(Duration.ofMillis(5).toNanos(), () -> run.add("cancelled")).cancel();
    scheduler.after(Duration.ofMillis(10).toNanos(), () -> run.add("kept"));

    await().until(() -> !run.isEmpty());
    assertThat(run).containsExactly("kept");
  }

  @Test
  void aCallbackThatFailsKeepsNoOtherFromRunning() {
    scheduler.after(
        0,
        () -> {
          throw new IllegalStateException("on purpose");
        });
    scheduler.after(0, () -> run.add("next"));

    await().until(() -> run.contains("next"));
  }

  @Test
  void anErrorKeepsNoOtherCallbackFromRunning() {
    scheduler.after(
        0,
        () -> {
          throw new AssertionError("on purpose");
        });
    scheduler.after(0, () -> run.add("next"));

    await().until(() -> run.contains("next"));
    assertThat(scheduler.isAlive()).isTrue();
  }

  @Test
  void aCallbackThatDoesNotReturnIsSeenByTheNextThatIsLate() {
    CountDownLatch end = new CountDownLatch(1);
    try (SystemScheduler stuck = new SystemScheduler(Duration.ofMillis(20))) {
      assertThat(stuck.isAlive()).isTrue();
      stuck.after(
          0,
          () -> {
            try {
              end.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      stuck.after(0, () -> run.add("late"));

      await().until(() -> !stuck.isAlive());
      end.countDown();
      await().until(() -> run.contains("late"));
      assertThat(stuck.isAlive()).isTrue();
    }
  }

  @Test
  void nothingRunsOnceItIsClosed() {
    scheduler.after(Duration.ofHours(1).toNanos(), () -> run.add("pending"));
    scheduler.close();
    scheduler.after(0, () -> run.add("late")).cancel();

    assertThat(run).isEmpty();
    assertThat(scheduler.isAlive()).isFalse();
  }
}
