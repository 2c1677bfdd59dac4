package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What hyperparameter optimization aims at.
 *
 * @param type Maximize or Minimize.
 * @param metricName Name of the metric.
 * @param metricRegex Regular expression that finds the metric in the training log.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HpoObjective(
    @Pattern("^(Maximize|Minimize)$") @JsonPropertyDescription("Maximize or Minimize.")
        @Nullable String type,
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("Name of the metric.")
        @Nullable String metricName,
    @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("Regular expression that finds the metric in the training log.")
        @Nullable String metricRegex) {}
