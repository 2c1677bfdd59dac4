package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a hyperparameter that is one of a list.
 *
 * @param name Name of the hyperparameter.
 * @param values Values to try.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CategoricalRange(
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("Name of the hyperparameter.")
        @Nullable String name,
    @Size(max = 100) @JsonPropertyDescription("Values to try.")
        @Nullable List<@Size(max = Limits.PARAMETER_VALUE_LENGTH) String> values) {}
