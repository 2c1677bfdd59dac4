package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/**
 * How much hyperparameter optimization may use.
 *
 * @param maxNumberOfTrainingJobs Most training jobs in all.
 * @param maxParallelTrainingJobs Most training jobs at once.
 */
public record HpoResourceConfig(
    @Min(1) @JsonPropertyDescription("Most training jobs in all.") Integer maxNumberOfTrainingJobs,
    @Min(1) @JsonPropertyDescription("Most training jobs at once.")
        Integer maxParallelTrainingJobs) {}
