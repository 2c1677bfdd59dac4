package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * Ranges that hyperparameter optimization tries.
 *
 * @param integerHyperParameterRanges Whole numbers.
 * @param continuousHyperParameterRanges Numbers with a fraction.
 * @param categoricalHyperParameterRanges One of a list.
 */
public record HyperParameterRanges(
    @Size(max = 100) @JsonPropertyDescription("Whole numbers.")
        List<IntegerRange> integerHyperParameterRanges,
    @Size(max = 100) @JsonPropertyDescription("Numbers with a fraction.")
        List<ContinuousRange> continuousHyperParameterRanges,
    @Size(max = 100) @JsonPropertyDescription("One of a list.")
        List<CategoricalRange> categoricalHyperParameterRanges) {}
