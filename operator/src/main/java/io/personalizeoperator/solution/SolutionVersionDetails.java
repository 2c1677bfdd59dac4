package io.personalizeoperator.solution;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/**
 * What DescribeSolutionVersion gives of a version that its list does not.
 *
 * @param name its name; empty for one that AWS trained by itself
 * @param trainingMode FULL, UPDATE or AUTOTRAIN
 * @param trainingType MANUAL or AUTOMATIC; null where AWS does not give it
 * @param trainingHours what AWS charges for it; null while it is trained
 * @param tunedHyperParameters what hyperparameter optimization has found; empty without it
 * @param metrics offline metrics (AWS: GetSolutionMetrics); null while they were not read
 */
record SolutionVersionDetails(
    String name,
    @Nullable String trainingMode,
    @Nullable String trainingType,
    @Nullable Double trainingHours,
    Map<String, String> tunedHyperParameters,
    @Nullable Map<String, Double> metrics) {

  static SolutionVersionDetails of(SolutionVersion version) {
    var tuned = version.tunedHPOParams();
    return new SolutionVersionDetails(
        version.name() == null ? "" : version.name(),
        version.trainingModeAsString(),
        version.trainingTypeAsString(),
        version.trainingHours(),
        tuned == null ? Map.of() : Map.copyOf(tuned.algorithmHyperParameters()),
        null);
  }

  /** A metric that AWS could not compute has no number. */
  SolutionVersionDetails withMetrics(Map<String, Double> read) {
    Map<String, Double> known = new TreeMap<>();
    read.forEach(
        (metric, value) -> {
          if (Double.isFinite(value)) {
            known.put(metric, value);
          }
        });
    return new SolutionVersionDetails(
        name, trainingMode, trainingType, trainingHours, tunedHyperParameters, known);
  }
}
