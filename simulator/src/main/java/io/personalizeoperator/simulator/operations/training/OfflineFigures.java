package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.world.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulator's own results of a training: the metrics that Amazon Personalize reports (developer
 * guide, "Evaluating a solution version with metrics"), with figures that depend on the version's
 * ARN only, and tuned hyperparameters inside their ranges.
 */
public final class OfflineFigures {
  private static final List<String> NAMES =
      List.of(
          "coverage",
          "mean_reciprocal_rank_at_25",
          "normalized_discounted_cumulative_gain_at_5",
          "normalized_discounted_cumulative_gain_at_10",
          "normalized_discounted_cumulative_gain_at_25",
          "precision_at_5",
          "precision_at_10",
          "precision_at_25");

  private OfflineFigures() {}

  /** The metrics of a version: each between 0.05 and 0.25, four digits. */
  public static Map<String, Object> metrics(Resource version) {
    Map<String, Object> metrics = new HashMap<>();
    for (String name : NAMES) {
      int hash = Math.floorMod((version.arn() + name).hashCode(), 2000);
      metrics.put(name, (500 + hash) / 10_000.0);
    }
    return Map.copyOf(metrics);
  }

  /**
   * The tuned hyperparameters: the middle of each numeric range, the first of each list of
   * categories, else the value in the configuration.
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> tuned(Resource version) {
    Map<String, Object> config = version.object("solutionConfig");
    Map<String, Object> tuned =
        new HashMap<>(
            (Map<String, Object>) config.getOrDefault("algorithmHyperParameters", Map.of()));
    Map<String, Object> hpo = (Map<String, Object>) config.getOrDefault("hpoConfig", Map.of());
    Map<String, Object> ranges =
        (Map<String, Object>) hpo.getOrDefault("algorithmHyperParameterRanges", Map.of());
    for (Map<String, Object> range : ranges(ranges, "integerHyperParameterRanges")) {
      int middle =
          ((Integer) range.getOrDefault("minValue", 0)
                  + (Integer) range.getOrDefault("maxValue", 0))
              / 2;
      put(tuned, range, Integer.toString(middle));
    }
    for (Map<String, Object> range : ranges(ranges, "continuousHyperParameterRanges")) {
      double middle =
          ((Double) range.getOrDefault("minValue", 0.0)
                  + (Double) range.getOrDefault("maxValue", 0.0))
              / 2;
      put(tuned, range, Double.toString(middle));
    }
    for (Map<String, Object> range : ranges(ranges, "categoricalHyperParameterRanges")) {
      List<String> values = (List<String>) range.getOrDefault("values", List.of());
      if (!values.isEmpty()) {
        put(tuned, range, values.getFirst());
      }
    }
    return Map.copyOf(tuned);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> ranges(Map<String, Object> ranges, String kind) {
    return (List<Map<String, Object>>) ranges.getOrDefault(kind, List.of());
  }

  private static void put(Map<String, Object> tuned, Map<String, Object> range, String value) {
    if (range.get("name") instanceof String name) {
      tuned.put(name, value);
    }
  }
}
