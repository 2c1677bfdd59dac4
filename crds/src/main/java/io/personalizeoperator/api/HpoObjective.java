package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/**
 * What hyperparameter optimization aims at.
 *
 * @param type Maximize or Minimize.
 * @param metricName The metric.
 * @param metricRegex Expression that finds the metric in the training log.
 */
public record HpoObjective(
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("Maximize or Minimize.") String type,
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("The metric.") String metricName,
    @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("Expression that finds the metric in the training log.")
        String metricRegex) {}
