package io.personalizeoperator.status;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.personalizeoperator.api.schema.Schema;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final KubernetesClient client =
      (KubernetesClient)
          Proxy.newProxyInstance(
              KubernetesClient.class.getClassLoader(),
              new Class<?>[] {KubernetesClient.class},
              (proxy, method, arguments) -> {
                throw failure.getAndSet(null);
              });

  private static Schema schema() {
    Schema schema = new Schema();
    schema.getMetadata().setNamespace("shop");
    schema.getMetadata().setName("movies");
    return schema;
  }

  private void fail(EventRecorder recorder, Throwable with) {
    failure.set(with);
    recorder.record(schema(), Notice.normal("Created", "as asked"));
    await().dontCatchUncaughtExceptions().until(() -> failure.get() == null);
  }

  @Test
  void aThreadThatHasDiedIsSeenAndOneFailedWriteDoesNotEndIt() {
    try (EventRecorder recorder = new EventRecorder(client, "replica-1", () -> Instant.EPOCH)) {
      fail(recorder, new IllegalStateException("on purpose"));
      assertThat(recorder.isAlive()).isTrue();

      fail(recorder, new AssertionError("on purpose"));
      await().dontCatchUncaughtExceptions().until(() -> !recorder.isAlive());
    }
  }
}
