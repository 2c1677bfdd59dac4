package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.wire.HttpHandler;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.SimulatedClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The control API below {@code /_simulator/}. A request that is wrong gets 400 with the reason and
 * changes nothing.
 */
public final class ControlApi implements HttpHandler {
  /** Where it lies. */
  public static final String PREFIX = "/_simulator/";

  private static final String CONTENT_TYPE = "application/json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Map<String, Route> routes = new HashMap<>();

  @FunctionalInterface
  private interface Route {
    Object answer(HttpRequest request);
  }

  /**
   * A control API over those parts.
   *
   * @param operations the names of all operations of all services
   * @param reset makes everything but the clock as it was at the start
   */
  public ControlApi(
      SimulatedClock clock,
      Worlds worlds,
      Settings settings,
      Faults faults,
      CallLog calls,
      Set<String> operations,
      Runnable reset) {
    ClockControl clockControl = new ClockControl(clock, worlds);
    FaultControl faultControl = new FaultControl(faults, operations);
    SettingsControl settingsControl = new SettingsControl(settings);
    CallsControl callsControl = new CallsControl(calls, operations);
    routes.put("GET health", request -> Map.of("status", "UP"));
    routes.put("GET clock", request -> clockControl.get());
    routes.put("PUT clock", request -> clockControl.put(body(request)));
    routes.put("GET calls", request -> callsControl.get(request.query()));
    routes.put("POST faults", request -> faultControl.post(body(request)));
    routes.put("DELETE faults", request -> faultControl.delete());
    routes.put("PUT quotas", request -> settingsControl.quotas(body(request)));
    routes.put("PUT durations", request -> settingsControl.durations(body(request)));
    routes.put("PUT consistency", request -> settingsControl.consistency(body(request)));
    routes.put("PUT metrics", request -> settingsControl.metrics(body(request)));
    routes.put(
        "POST reset",
        request -> {
          reset.run();
          return Map.of();
        });
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    try {
      String name = request.method() + " " + request.path().substring(PREFIX.length());
      Route route = routes.get(name);
      if (route == null) {
        throw new ControlException("%s %s is not known here.", request.method(), request.path());
      }
      return json(200, route.answer(request));
    } catch (ControlException e) {
      return json(400, Map.of("error", e.getMessage()));
    }
  }

  private static JsonNode body(HttpRequest request) {
    try {
      return JSON.readTree(request.body());
    } catch (JacksonException e) {
      throw new ControlException("The body is not valid JSON.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse json(int status, Object value) {
    try {
      return HttpResponse.of(status, CONTENT_TYPE, JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
