package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/**
 * A second objective beside relevance.
 *
 * @param itemAttribute Numeric column of the items dataset to maximize.
 * @param objectiveSensitivity How strongly it weighs.
 */
public record OptimizationObjective(
    @Size(min = 1, max = 150)
        @JsonPropertyDescription("Numeric column of the items dataset to maximize.")
        String itemAttribute,
    @JsonPropertyDescription("How strongly it weighs.")
        ObjectiveSensitivity objectiveSensitivity) {}
