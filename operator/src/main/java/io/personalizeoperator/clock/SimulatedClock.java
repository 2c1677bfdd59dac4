package io.personalizeoperator.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the simulator's clock: between two looks at it, time goes on at the speed last seen, but
 * not beyond half a second of real time. Without that limit a look that comes late on a busy
 * machine would leave this clock many minutes ahead of one that was slowed down in the meantime,
 * and what is then set to go off a little later would take as long as it is ahead. The source of
 * its answers is {@code GET /_simulator/clock}.
 */
public final class SimulatedClock implements OperatorClock, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedClock.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** An answer that is lost may not stop this clock. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A simulator on a busy machine may need several attempts before it answers the first look. */
  private static final int FIRST_LOOKS = 15;

  private static final Duration LONGEST_GUESS = Duration.ofMillis(500);
  private static final Duration STANDSTILL = Duration.ofDays(1);
  private static final double JUMP_SECONDS = 0.25;

  /** One look: the simulator's time at a moment of the machine's. */
  private record Look(Instant now, double speed, long atNanos) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI clock;
  private final HttpRequest question;
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private final Thread follower;
  private volatile Look look;
  private volatile boolean closed;

  /**
   * Looks until the first answer, for half a minute at most, then keeps following.
   *
   * @param simulator root of the simulator, such as {@code http://127.0.0.1:8580}
   * @throws IllegalStateException when the simulator does not answer
   */
  public SimulatedClock(URI simulator) {
    clock = simulator.resolve("/_simulator/clock");
    question = HttpRequest.newBuilder(clock).timeout(PATIENCE).build();
    look = firstLook();
    follower = Thread.ofPlatform().daemon().name("simulated-clock").start(this::follow);
  }

  @Override
  public Instant instant() {
    Look last = look;
    long elapsed = Math.min(System.nanoTime() - last.atNanos, LONGEST_GUESS.toNanos());
    return last.now.plusNanos((long) (elapsed * last.speed));
  }

  @Override
  public Duration inRealTime(Duration wait) {
    double speed = look.speed;
    if (speed <= 0) {
      return STANDSTILL;
    }
    return Duration.ofNanos((long) Math.min((wait.toMillis() / speed + 1) * 1e6, 9e17));
  }

  @Override
  public double speed() {
    return look.speed;
  }

  @Override
  public void onChange(Runnable callback) {
    callbacks.add(callback);
  }

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
    http.shutdownNow();
  }

  private Look firstLook() {
    IOException last = null;
    for (int i = 0; i < FIRST_LOOKS; i++) {
      try {
        return look();
      } catch (ConnectException e) {
        throw unanswered(e);
      } catch (IOException e) {
        last = e;
      }
    }
    throw unanswered(last);
  }

  private IllegalStateException unanswered(@Nullable IOException cause) {
    return new IllegalStateException("The simulator's clock does not answer at " + clock, cause);
  }

  private void follow() {
    while (!closed) {
      try {
        Thread.sleep(LOOK_EVERY);
        Instant expected = instant();
        Look next = look();
        double offBy = Math.abs(Duration.between(expected, next.now).toMillis() / 1e3);
        boolean changed =
            next.speed != look.speed || offBy > JUMP_SECONDS * Math.max(1, next.speed);
        look = next;
        if (changed) {
          callbacks.forEach(Runnable::run);
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | IllegalStateException e) {
        LOG.debug("The simulator's clock did not answer; time stops until it does", e);
      }
    }
  }

  private Look look() throws IOException {
    try {
      var answer = http.send(question, BodyHandlers.ofByteArray());
      var body = json.readTree(answer.body());
      if (!body.hasNonNull("now")) {
        throw new IOException("No clock in the answer of " + clock);
      }
      return new Look(
          Instant.parse(body.get("now").asText()), body.get("speed").asDouble(), System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
