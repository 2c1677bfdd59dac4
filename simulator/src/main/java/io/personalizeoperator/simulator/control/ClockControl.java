package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.world.WorldClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code GET} and {@code PUT /_simulator/clock}. */
final class ClockControl {
  private static final double FASTEST = 1e9;
  private final WorldClock clock;
  private final Worlds worlds;

  ClockControl(WorldClock clock, Worlds worlds) {
    this.clock = clock;
    this.worlds = worlds;
  }

  Map<String, Object> get() {
    return new TreeMap<>(Map.of("now", clock.instant().toString(), "speed", clock.speed()));
  }

  Map<String, Object> put(JsonNode body) {
    ControlInput input = new ControlInput(body, Set.of("speed", "now", "advance"));
    if (input.names().isEmpty()) {
      throw new ControlException("Set speed, now or advance.");
    }
    if (input.has("now") && input.has("advance")) {
      throw new ControlException("advance: set either now or advance, not both.");
    }
    Double speed = input.has("speed") ? input.number("speed", 0, FASTEST) : null;
    Instant target = target(input);
    if (speed != null) {
      clock.speed(speed);
    }
    if (target != null) {
      clock.moveTo(target);
    }
    worlds.catchUp();
    return get();
  }

  private Instant target(ControlInput input) {
    Instant now = clock.instant();
    if (input.has("now")) {
      Instant target = input.instant("now");
      if (target.isBefore(now)) {
        throw new ControlException(
            "now: the clock only moves forward, and it already shows %s.", now);
      }
      return checked("now", target);
    }
    return input.has("advance") ? checked("advance", sum(now, input.duration("advance"))) : null;
  }

  private static Instant sum(Instant now, Duration step) {
    try {
      return now.plus(step);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MAX;
    }
  }

  private static Instant checked(String name, Instant target) {
    if (target.isAfter(WorldClock.END)) {
      throw new ControlException("%s: the clock ends at %s.", name, WorldClock.END);
    }
    return target;
  }
}
