package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * Hyperparameter optimization.
 *
 * @param hpoObjective The metric to optimize.
 * @param hpoResourceConfig How many training jobs to spend.
 * @param algorithmHyperParameterRanges The values to try.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HpoConfig(
    @JsonPropertyDescription("The metric to optimize.") @Nullable HpoObjective hpoObjective,
    @JsonPropertyDescription("How many training jobs to spend.")
        @Nullable HpoResourceConfig hpoResourceConfig,
    @JsonPropertyDescription("The values to try.")
        @Nullable HyperParameterRanges algorithmHyperParameterRanges) {}
