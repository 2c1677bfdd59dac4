package io.personalizeoperator.simulator.world;

import java.util.Map;

/**
 * The results of a training: the offline metrics of GetSolutionMetrics by name, and the tuned
 * hyperparameters.
 *
 * @param metrics null: the simulator's own figures
 * @param tunedHyperParameters {@code algorithmHyperParameters} of tunedHPOParams; null: the
 *     simulator's own figures
 */
public record OfflineMetrics(
    Map<String, Object> metrics, Map<String, Object> tunedHyperParameters) {
  /** These figures, and those of the other where these have none. */
  OfflineMetrics or(OfflineMetrics other) {
    return new OfflineMetrics(
        metrics == null ? other.metrics : metrics,
        tunedHyperParameters == null ? other.tunedHyperParameters : tunedHyperParameters);
  }
}
