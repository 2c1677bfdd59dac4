package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * Training hours of a month.
 *
 * @param month The month, in UTC, such as 2026-11.
 * @param trainingHours Training hours that AWS charges for the versions that ended in it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingCost(
    @JsonPropertyDescription("The month, in UTC, such as 2026-11.") String month,
    @JsonPropertyDescription("Training hours that AWS charges for the versions that ended in it.")
        double trainingHours) {}
