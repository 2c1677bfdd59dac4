package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that follow the clock get an answer, whatever else the simulator and its JVM do. */
class BusyMachineTest extends SimulatorTest {
  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(simulator.endpoint() + "/_simulator/" + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"clock", "health"})
  void clockAndHealthAnswerWhileVirtualThreadsKeepAllProcessorsBusy(String path) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    int many = 2 * Runtime.getRuntime().availableProcessors();
    List<Thread> busy = new ArrayList<>();
    try {
      for (int i = 0; i < many; i++) {
        busy.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      while (!enough.get()) {
                        Thread.onSpinWait();
                      }
                    }));
      }
      assertThat(get(path).statusCode()).isEqualTo(200);
    } finally {
      enough.set(true);
      for (Thread thread : busy) {
        thread.join();
      }
    }
  }

  @Test
  void theClockAnswersWhileAWorldIsAtWork() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    personalize.createDatasetGroup(request -> request.name("movies"));
    Thread work =
        Thread.ofPlatform()
            .start(
                () ->
                    simulator
                        .worlds()
                        .all()
                        .getFirst()
                        .enter(
                            () -> {
                              entered.countDown();
                              try {
                                return enough.await(1, TimeUnit.MINUTES);
                              } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                              }
                            }));
    try {
      entered.await();
      assertThat(get("clock").body()).contains("2026-11-24T10:00:00Z");
    } finally {
      enough.countDown();
      work.join();
    }
  }
}
