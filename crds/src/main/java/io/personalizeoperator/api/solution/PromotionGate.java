package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * What an offline metric of a version has to be before campaigns follow it.
 *
 * @param metric Name of the metric as AWS gives it, such as precision_at_10 or coverage.
 * @param minimum Lowest value that is accepted.
 * @param maximum Highest value that is accepted.
 * @param maximumDrop How much lower than that of the promoted version it may be: an absolute value
 *     such as 0.02, or a part of it such as 10%.
 */
@ValidationRule(
    value = "has(self.minimum) || has(self.maximum) || has(self.maximumDrop)",
    message = "set at least one of minimum, maximum and maximumDrop")
@ValidationRule(
    value = "!has(self.minimum) || !has(self.maximum) || self.minimum <= self.maximum",
    message = "maximum: must not be lower than minimum")
@JsonIgnoreProperties(ignoreUnknown = true)
public record PromotionGate(
    @Required
        @Pattern("^[A-Za-z][A-Za-z0-9_]*$")
        @Size(min = 1, max = PromotionGate.METRIC_LENGTH)
        @JsonPropertyDescription(
            "Name of the metric as AWS gives it, such as precision_at_10 or coverage.")
        String metric,
    @JsonPropertyDescription("Lowest value that is accepted.") @Nullable Double minimum,
    @JsonPropertyDescription("Highest value that is accepted.") @Nullable Double maximum,
    @Pattern("^([0-9]+(\\.[0-9]+)?|\\.[0-9]+)%?$")
        @Size(min = 1, max = 20)
        @JsonPropertyDescription(
            "How much lower than that of the promoted version it may be: an absolute value such as 0.02, or a part of it such as 10%.")
        @Nullable String maximumDrop) {
  /** Length of a metric's name. */
  public static final int METRIC_LENGTH = 64;
}
