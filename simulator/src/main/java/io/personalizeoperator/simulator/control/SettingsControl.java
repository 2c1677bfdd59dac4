package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.OfflineMetrics;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code PUT /_simulator/quotas}, {@code durations}, {@code consistency} and {@code metrics}. A
 * request changes nothing unless all of it is valid.
 */
final class SettingsControl {
  private static final String REQUESTS = "requestsPerSecond";
  private static final String SOLUTION = "solution";
  private static final String VERSION = "version";
  private static final String TUNED = "tunedHPOParams";
  private final Settings settings;

  SettingsControl(Settings settings) {
    this.settings = settings;
  }

  Map<String, Object> quotas(JsonNode body) {
    Set<String> known =
        new HashSet<>(Arrays.stream(Quota.values()).map(Quota::key).collect(Collectors.toSet()));
    known.add(REQUESTS);
    ControlInput input = new ControlInput(body, known);
    Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
    for (String name : input.names()) {
      Quota.of(name).ifPresent(quota -> quotas.put(quota, input.whole(name, 0)));
    }
    boolean limited = input.has(REQUESTS) && !input.isNull(REQUESTS);
    Integer requests = limited ? input.whole(REQUESTS, 0) : null;
    quotas.forEach(settings::quota);
    if (input.has(REQUESTS)) {
      settings.requestsPerSecond(requests);
    }
    return Map.of();
  }

  Map<String, Object> durations(JsonNode body) {
    if (body.has(SOLUTION)) {
      return training(new ControlInput(body, Set.of(SOLUTION, Durations.TRAINING.key())));
    }
    ControlInput input =
        new ControlInput(
            body,
            Arrays.stream(Durations.values()).map(Durations::key).collect(Collectors.toSet()));
    Map<Durations, Duration> durations = new EnumMap<>(Durations.class);
    for (String name : input.names()) {
      durations.put(Durations.of(name).orElseThrow(), input.duration(name));
    }
    durations.forEach(settings::duration);
    return Map.of();
  }

  /** The duration of the trainings of one solution. */
  private Map<String, Object> training(ControlInput input) {
    Duration duration = input.duration(Durations.TRAINING.key());
    settings.trainings().duration(input.text(SOLUTION), duration);
    return Map.of();
  }

  Map<String, Object> consistency(JsonNode body) {
    settings.lag(new ControlInput(body, Set.of("lag")).duration("lag"));
    return Map.of();
  }

  Map<String, Object> metrics(JsonNode body) {
    ControlInput input = new ControlInput(body, Set.of(SOLUTION, VERSION, "metrics", TUNED));
    String solution = input.text(SOLUTION);
    Map<String, Object> metrics = input.has("metrics") ? numbers(input.node("metrics")) : null;
    Map<String, Object> tuned = input.has(TUNED) ? texts(input.node(TUNED)) : null;
    if (metrics == null && tuned == null) {
      throw new ControlException("metrics: set metrics or %s.", TUNED);
    }
    OfflineMetrics figures = new OfflineMetrics(metrics, tuned);
    String version = input.textOrNull(VERSION);
    if (version == null) {
      settings.trainings().results(solution, figures);
    } else {
      settings.trainings().results(solution, version, figures);
    }
    return Map.of();
  }

  private static Map<String, Object> numbers(JsonNode json) {
    Map<String, Object> numbers = new HashMap<>();
    if (!json.isObject()) {
      throw new ControlException("metrics: must be an object of numbers.");
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getValue().isNumber()) {
        throw new ControlException("metrics.%s: must be a number.", member.getKey());
      }
      numbers.put(member.getKey(), member.getValue().doubleValue());
    }
    return Map.copyOf(numbers);
  }

  private static Map<String, Object> texts(JsonNode json) {
    String name = "algorithmHyperParameters";
    JsonNode parameters = new ControlInput(json, Set.of(name)).node(name);
    if (!parameters.isObject()) {
      throw new ControlException("%s.%s: must be an object of strings.", TUNED, name);
    }
    Map<String, Object> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : parameters.properties()) {
      if (!member.getValue().isTextual()) {
        throw new ControlException("%s.%s.%s: must be a string.", TUNED, name, member.getKey());
      }
      texts.put(member.getKey(), member.getValue().textValue());
    }
    return Map.copyOf(texts);
  }
}
