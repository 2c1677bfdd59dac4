package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.faults.Omissions;
import io.personalizeoperator.simulator.wire.HttpHandler;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.WorldClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The control API below {@code /_simulator/}. An invalid request gets 400 with the reason and
 * changes nothing.
 */
public final class ControlApi implements HttpHandler {
  /** The prefix of its paths. */
  public static final String PREFIX = "/_simulator/";

  private static final Set<String> AT_ONCE = Set.of(PREFIX + "clock", PREFIX + "health");
  private static final String CONTENT_TYPE = "application/json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Map<String, Route> routes = new HashMap<>();

  private final BiConsumer<String, JsonNode> done;

  @FunctionalInterface
  private interface Route {
    Object answer(JsonNode body, String query);
  }

  /**
   * A control API for those parts.
   *
   * @param operations the names of all operations of all services
   * @param reset resets everything but the clock
   * @param done receives every request that changed something, such as {@code PUT durations}, with
   *     its body
   */
  public ControlApi(
      WorldClock clock,
      Worlds worlds,
      Settings settings,
      Faults faults,
      Omissions omissions,
      CallLog calls,
      Set<String> operations,
      Runnable reset,
      BiConsumer<String, JsonNode> done) {
    this.done = done;
    ClockControl clockControl = new ClockControl(clock, worlds);
    FaultControl faultControl = new FaultControl(faults, operations);
    OmissionControl omissionControl = new OmissionControl(omissions);
    SettingsControl settingsControl = new SettingsControl(settings);
    CallsControl callsControl = new CallsControl(calls, operations);
    routes.put("GET health", (body, query) -> Map.of("status", "UP"));
    routes.put("GET clock", (body, query) -> clockControl.get());
    routes.put("PUT clock", (body, query) -> clockControl.put(body));
    routes.put("GET calls", (body, query) -> callsControl.get(query));
    routes.put("POST faults", (body, query) -> faultControl.post(body));
    routes.put("DELETE faults", (body, query) -> faultControl.delete());
    routes.put("PUT omissions", (body, query) -> omissionControl.put(body));
    routes.put("DELETE omissions", (body, query) -> omissionControl.delete());
    routes.put("PUT quotas", (body, query) -> settingsControl.quotas(body));
    routes.put("PUT durations", (body, query) -> settingsControl.durations(body));
    routes.put("PUT consistency", (body, query) -> settingsControl.consistency(body));
    routes.put("PUT metrics", (body, query) -> settingsControl.metrics(body));
    routes.put(
        "POST reset",
        (body, query) -> {
          reset.run();
          return Map.of();
        });
  }

  /**
   * Whether the answer to a request needs no lock that other work may hold for long. Clients that
   * follow the clock count on it.
   */
  public static boolean answersAtOnce(String method, String path) {
    return method.equals("GET") && AT_ONCE.contains(path);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    try {
      String name = request.method() + " " + request.path().substring(PREFIX.length());
      Route route = routes.get(name);
      if (route == null) {
        throw new ControlException(
            "%s %s is not a request of the control API.", request.method(), request.path());
      }
      JsonNode body =
          name.startsWith("P") && request.body().length > 0
              ? body(request)
              : MissingNode.getInstance();
      Object answer = route.answer(body, request.query());
      if (!request.method().equals("GET")) {
        done.accept(name, body);
      }
      return json(200, answer);
    } catch (ControlException e) {
      return json(400, Map.of("error", e.getMessage()));
    }
  }

  /** Applies a saved request again, such as {@code PUT durations}. */
  public void repeat(String name, JsonNode body) {
    routes.get(name).answer(body, "");
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
