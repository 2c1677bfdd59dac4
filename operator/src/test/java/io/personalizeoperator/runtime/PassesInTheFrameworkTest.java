package io.personalizeoperator.runtime;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.personalizeoperator.api.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What we ask of the framework's event processor, from the event to the end of the pass. */
class PassesInTheFrameworkTest {
  /** So many passes have a thread. */
  private static final int THREADS = 128;

  private final PassExecutor passes = new PassExecutor();
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private OfflineOperator operator;

  private void start(Metrics metrics, Consumer<Schema> pass) {
    operator = new OfflineOperator(passes, metrics, pass);
  }

  @AfterEach
  void close() {
    release.countDown();
    operator.close();
  }

  private void occupyAllThreads() {
    for (int i = 0; i < THREADS; i++) {
      passes.execute(this::waitForRelease);
    }
    await().until(() -> passes.getActiveCount() == THREADS);
  }

  private void waitForRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPassWhoseTurnHasComeIsSubmittedFirstByTheThreadThatHandlesItsEvent() {
    start(Metrics.NOOP, schema -> seen.add(schema.getMetadata().getName()));
    occupyAllThreads();
    operator.add("queued", 1);
    passes.submitFirst(() -> operator.add("called", 1));
    operator.add("queued-later", 1);

    List<String> order = new ArrayList<>();
    for (Runnable pass : passes.shutdownNow()) {
      order.add(pass.toString().replaceAll(".*name='([^']*)'.*", "$1"));
      pass.run();
    }
    assertThat(seen).as("%s", order).containsExactly("called", "queued", "queued-later");
  }

  private void note(Schema schema) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    seen.add(
        "%s %s/%s@%s"
            .formatted(
                context.get("kind"),
                context.get("namespace"),
                context.get("name"),
                context.get("generation")));
  }

  @Test
  void eachPassHasItsResourceAsKeyValuesOfItsLog() {
    start(new PassLogging(), this::note);
    operator.add("one", 1);
    await().until(() -> seen.size() == 1);
    operator.add("two", 7);
    await().until(() -> seen.size() == 2);

    assertThat(seen).containsExactly("Schema offline/one@1", "Schema offline/two@7");
  }

  @Test
  void aPassThatWakesAnotherResourceKeepsItsOwn() {
    start(
        new PassLogging(),
        schema -> {
          if (schema.getMetadata().getName().equals("one")) {
            operator.add("two", 7);
            note(schema);
          }
        });
    operator.add("one", 1);
    await().until(() -> seen.size() == 1);

    assertThat(seen).containsExactly("Schema offline/one@1");
  }

  @Test
  void noResourceIsLeftOnTheThreadWhenAPassHasEnded() {
    start(new PassLogging(), this::note);
    operator.add("one", 1);
    await().until(() -> seen.size() == 1 && passes.getActiveCount() == 0);
    for (int i = 0; i < THREADS; i++) {
      passes.execute(() -> seen.add("left: " + MDC.get("name")));
    }
    await().until(() -> seen.size() == 1 + THREADS);

    assertThat(seen.subList(1, seen.size())).containsOnly("left: null");
  }

  @Test
  void anInformerThatCannotListIsAFaultOfItsController() {
    start(Metrics.NOOP, schema -> {});

    EventSourceHealth health = new EventSourceHealth(operator.info());
    assertThat(health.disconnected())
        .containsExactly("schema: informer of namespace offline has not listed yet");
    assertThat(health.stopped()).isEmpty();
  }

  @Test
  void anEventSourceThatHasEndedIsAFaultOfItsController() {
    start(Metrics.NOOP, schema -> {});
    operator.endRetries();

    assertThat(new EventSourceHealth(operator.info()).stopped())
        .hasSize(1)
        .allSatisfy(
            fault ->
                assertThat(fault).startsWith("schema: event source ").endsWith(" has stopped"));
  }
}
