package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How much hyperparameter optimization may use.
 *
 * @param maxNumberOfTrainingJobs Most training jobs in all.
 * @param maxParallelTrainingJobs Most training jobs at a time.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HpoResourceConfig(
    @Min(1) @Max(Limits.INTEGER) @JsonPropertyDescription("Most training jobs in all.")
        @Nullable Integer maxNumberOfTrainingJobs,
    @Min(1) @Max(Limits.INTEGER) @JsonPropertyDescription("Most training jobs at a time.")
        @Nullable Integer maxParallelTrainingJobs) {}
