package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * AutoML: AWS tries several recipes. AWS advises against it.
 *
 * @param metricName The metric to optimize.
 * @param recipeList ARNs of the recipes to try.
 */
public record AutoMlConfig(
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("The metric to optimize.")
        String metricName,
    @Size(max = 100) @JsonPropertyDescription("ARNs of the recipes to try.")
        List<String> recipeList) {}
