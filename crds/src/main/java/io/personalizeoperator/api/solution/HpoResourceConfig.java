package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * How much hyperparameter optimization may use (AWS: HPOResourceConfig, which names the limits).
 *
 * @param maxNumberOfTrainingJobs Most training jobs in all, at most 40.
 * @param maxParallelTrainingJobs Most training jobs at a time, at most 10.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HpoResourceConfig(
    @Min(1) @Max(40) @JsonPropertyDescription("Most training jobs in all, at most 40.")
        @Nullable Integer maxNumberOfTrainingJobs,
    @Min(1) @Max(10) @JsonPropertyDescription("Most training jobs at a time, at most 10.")
        @Nullable Integer maxParallelTrainingJobs) {}
