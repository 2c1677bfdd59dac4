package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A second objective beside relevance.
 *
 * @param itemAttribute Numeric column of the items dataset to maximize.
 * @param objectiveSensitivity How strongly it weighs against relevance: OFF, LOW, MEDIUM or HIGH.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OptimizationObjective(
    @Size(min = 1, max = Limits.COLUMN_NAME_LENGTH)
        @JsonPropertyDescription("Numeric column of the items dataset to maximize.")
        @Nullable String itemAttribute,
    @JsonPropertyDescription("How strongly it weighs against relevance: OFF, LOW, MEDIUM or HIGH.")
        @Nullable ObjectiveSensitivity objectiveSensitivity) {}
