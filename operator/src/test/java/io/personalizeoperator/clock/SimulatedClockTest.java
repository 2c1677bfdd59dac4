package io.personalizeoperator.clock;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that answers as the simulator does. */
class SimulatedClockTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private volatile String answer = body(NOON, 0);
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private HttpServer server;

  private static String body(Instant now, double speed) {
    return "{\"now\":\"" + now + "\",\"speed\":" + speed + "}";
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/_simulator/clock",
        exchange -> {
          try (exchange) {
            String text = unanswered.getAndDecrement() > 0 ? "{}" : answer;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            looks.incrementAndGet();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private SimulatedClock follow() {
    return new SimulatedClock(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Test
  void aClockThatStandsStillShowsTheSimulatorsTimeAndWaitsForLong() {
    try (SimulatedClock clock = follow()) {
      assertThat(clock.instant()).isEqualTo(NOON);
      assertThat(clock.speed()).isZero();
      assertThat(clock.inRealTime(Duration.ofSeconds(1))).isGreaterThan(Duration.ofHours(1));
    }
  }

  @Test
  void aFirstLookThatABusySimulatorDoesNotAnswerIsRepeated() {
    unanswered.set(3);
    try (SimulatedClock clock = follow()) {
      assertThat(clock.instant()).isEqualTo(NOON);
    }
  }

  @Test
  void aSimulatorThatNeverAnswersIsReported() {
    unanswered.set(Integer.MAX_VALUE);
    assertThatThrownBy(this::follow).hasMessageContaining("does not answer");
  }

  @Test
  void aWaitIsShorterByTheSpeed() {
    answer = body(NOON, 600);
    try (SimulatedClock clock = follow()) {
      assertThat(clock.speed()).isEqualTo(600);
      assertThat(clock.inRealTime(Duration.ofMinutes(10)))
          .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_002));
      assertThat(clock.inRealTime(Duration.ofDays(1_000_000_000))).isPositive();
    }
  }

  @Test
  void timeGoesOnBetweenTwoLooks() {
    answer = body(NOON, 1_000_000);
    try (SimulatedClock clock = follow()) {
      Instant first = clock.instant();
      assertThat(first).isAfterOrEqualTo(NOON);
      await().until(() -> clock.instant().isAfter(first));
    }
  }

  @Test
  void aJumpIsFollowedAndTold() {
    try (SimulatedClock clock = follow()) {
      AtomicInteger told = new AtomicInteger();
      clock.onChange(told::incrementAndGet);

      answer = body(NOON.plus(Duration.ofDays(7)), 0);

      await().until(() -> told.get() == 1);
      assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }
  }

  @Test
  void aChangeOfSpeedIsTold() {
    try (SimulatedClock clock = follow()) {
      AtomicInteger told = new AtomicInteger();
      clock.onChange(told::incrementAndGet);

      answer = body(NOON, 60);

      await().until(() -> told.get() > 0);
      assertThat(clock.speed()).isEqualTo(60);
    }
  }

  @Test
  void timeStandsWhileTheSimulatorAnswersNonsense() {
    try (SimulatedClock clock = follow()) {
      answer = "{}";
      int before = looks.get();
      await().until(() -> looks.get() >= before + 2);
      assertThat(clock.instant()).isEqualTo(NOON);

      answer = body(NOON.plusSeconds(60), 0);
      await().until(() -> clock.instant().equals(NOON.plusSeconds(60)));
    }
  }

  @Test
  void aLookThatIsLateLeavesTheClockNoMoreThanHalfASecondOfRealTimeAhead() {
    answer = body(NOON, 1_000_000);
    try (SimulatedClock clock = follow()) {
      answer = "{}";
      int before = looks.get();
      await().until(() -> looks.get() >= before + 8);
      assertThat(clock.instant())
          .isAfter(NOON.plusSeconds(400_000))
          .isBeforeOrEqualTo(NOON.plusSeconds(500_000));
    }
  }

  @Test
  void anAlarmOnTheSimulatedClockGoesOffWhenTheSimulatorJumps() {
    try (SystemScheduler scheduler = new SystemScheduler();
        SimulatedClock clock = follow();
        Alarms alarms = new Alarms(clock, scheduler)) {
      AtomicInteger rung = new AtomicInteger();
      alarms.set("next week", NOON.plus(Duration.ofDays(7)), rung::incrementAndGet);

      answer = body(NOON.plus(Duration.ofDays(8)), 0);

      await().until(() -> rung.get() == 1);
    }
  }

  @Test
  void aSimulatorThatDoesNotAnswerIsNamed() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThatThrownBy(() -> new SimulatedClock(URI.create("http://127.0.0.1:" + free)).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("http://127.0.0.1:" + free + "/_simulator/clock");
  }
}
