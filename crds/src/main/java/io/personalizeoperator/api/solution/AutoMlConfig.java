package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.ArnRules;
import io.personalizeoperator.api.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AutoML: AWS tries several recipes. AWS advises against it.
 *
 * @param metricName Name of the metric to optimize.
 * @param recipeList ARNs of the recipes to try.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AutoMlConfig(
    @Size(max = Limits.TEXT_LENGTH) @JsonPropertyDescription("Name of the metric to optimize.")
        @Nullable String metricName,
    @Size(max = 100) @JsonPropertyDescription("ARNs of the recipes to try.")
        @Nullable List<@Pattern(ArnRules.RECIPE) @Size(max = Limits.ARN_LENGTH) String>
            recipeList) {}
