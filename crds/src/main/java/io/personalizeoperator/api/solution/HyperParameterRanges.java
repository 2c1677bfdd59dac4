package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranges that hyperparameter optimization tries.
 *
 * @param integerHyperParameterRanges Ranges of whole numbers.
 * @param continuousHyperParameterRanges Ranges of numbers with a fraction.
 * @param categoricalHyperParameterRanges Lists of values.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HyperParameterRanges(
    @Size(max = 100) @JsonPropertyDescription("Ranges of whole numbers.")
        @Nullable List<IntegerRange> integerHyperParameterRanges,
    @Size(max = 100) @JsonPropertyDescription("Ranges of numbers with a fraction.")
        @Nullable List<ContinuousRange> continuousHyperParameterRanges,
    @Size(max = 100) @JsonPropertyDescription("Lists of values.")
        @Nullable List<CategoricalRange> categoricalHyperParameterRanges) {}
