package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which solution version campaigns follow. The annotation {@code personalize-operator.io/promote}
 * with a version's ID or ARN promotes that one, whatever the gates say, and holds it until the
 * annotation is {@code auto}.
 *
 * @param mode Automatic: the newest ACTIVE version that meets the gates. Manual: the one that the
 *     annotation personalize-operator.io/promote names. Default: Automatic.
 * @param gates What the offline metrics of a version have to be before it is promoted.
 * @param withoutMetrics Whether a version whose recipe gives no value of a gate's metric is
 *     promoted (Promote) or not (Block). Default: Block.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Promotion(
    @JsonPropertyDescription(
            "Automatic: the newest ACTIVE version that meets the gates. Manual: the one that the annotation personalize-operator.io/promote names. Default: Automatic.")
        @Nullable PromotionMode mode,
    @Size(max = 20)
        @JsonPropertyDescription(
            "What the offline metrics of a version have to be before it is promoted.")
        @Nullable List<PromotionGate> gates,
    @JsonPropertyDescription(
            "Whether a version whose recipe gives no value of a gate's metric is promoted (Promote) or not (Block). Default: Block.")
        @Nullable WithoutMetrics withoutMetrics) {}
