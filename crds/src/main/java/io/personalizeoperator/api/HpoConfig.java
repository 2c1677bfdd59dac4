package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * Hyperparameter optimization.
 *
 * @param hpoObjective What it aims at.
 * @param hpoResourceConfig What it may use.
 * @param algorithmHyperParameterRanges What it tries.
 */
public record HpoConfig(
    @JsonPropertyDescription("What it aims at.") HpoObjective hpoObjective,
    @JsonPropertyDescription("What it may use.") HpoResourceConfig hpoResourceConfig,
    @JsonPropertyDescription("What it tries.")
        HyperParameterRanges algorithmHyperParameterRanges) {}
