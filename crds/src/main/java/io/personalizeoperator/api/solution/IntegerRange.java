package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Range of a whole-numbered hyperparameter.
 *
 * @param name Name of the hyperparameter.
 * @param minValue Lowest value to try.
 * @param maxValue Highest value to try.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IntegerRange(
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("Name of the hyperparameter.")
        @Nullable String name,
    @Min(-1000000) @Max(1000000) @JsonPropertyDescription("Lowest value to try.")
        @Nullable Integer minValue,
    @Min(-1000000) @Max(1000000) @JsonPropertyDescription("Highest value to try.")
        @Nullable Integer maxValue) {}
