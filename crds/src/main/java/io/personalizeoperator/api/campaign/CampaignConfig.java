package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a campaign (AWS: CampaignConfig).
 *
 * @param itemExplorationConfig How new items are tried out (User-Personalization recipes). All
 *     values are text, in quotes. explorationWeight: 0 to 1, AWS's default is 0.3.
 *     explorationItemAgeCutOff: age in days from which an item no longer counts as new, at least 1,
 *     AWS's default is 30.
 * @param enableMetadataWithRecommendations Whether requests can ask for item metadata with the
 *     recommendations, which can cost extra. Default: false; with the v2 recipes and
 *     aws-semantic-similarity, and for a solutionVersionArn, as AWS has it.
 * @param syncWithLatestSolutionVersion Whether Amazon Personalize itself moves the campaign to each
 *     new solution version. Only with a solutionVersionArn that ends in /$LATEST. Default: false.
 * @param rankingInfluence How much popularity and freshness weigh beside relevance
 *     (aws-semantic-similarity only). Default: 0 each.
 */
@ValidationRule(
    value = "!has(self.itemExplorationConfig) || self.itemExplorationConfig.all(k, size(k) <= 256)",
    message = "itemExplorationConfig: a name has at most 256 characters")
@ValidationRule(
    value =
        "!has(self.itemExplorationConfig) || !('explorationWeight' in self.itemExplorationConfig) || (self.itemExplorationConfig['explorationWeight'].matches("
            + Limits.NUMBER
            + ") && double(self.itemExplorationConfig['explorationWeight']) >= 0.0 && double(self.itemExplorationConfig['explorationWeight']) <= 1.0)",
    message = "itemExplorationConfig.explorationWeight is a number from 0 to 1, in quotes")
@ValidationRule(
    value =
        "!has(self.itemExplorationConfig) || !('explorationItemAgeCutOff' in self.itemExplorationConfig) || (self.itemExplorationConfig['explorationItemAgeCutOff'].matches("
            + Limits.NUMBER
            + ") && double(self.itemExplorationConfig['explorationItemAgeCutOff']) >= 1.0)",
    message =
        "itemExplorationConfig.explorationItemAgeCutOff is a number of days, at least 1, in quotes")
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignConfig(
    @Size(max = Limits.PARAMETERS)
        @JsonPropertyDescription(
            "How new items are tried out (User-Personalization recipes). All values are text, in quotes. explorationWeight: 0 to 1, AWS's default is 0.3. explorationItemAgeCutOff: age in days from which an item no longer counts as new, at least 1, AWS's default is 30.")
        @Nullable Map<String, @Size(max = Limits.PARAMETER_VALUE_LENGTH) String>
            itemExplorationConfig,
    @JsonPropertyDescription(
            "Whether requests can ask for item metadata with the recommendations, which can cost extra. Default: false; with the v2 recipes and aws-semantic-similarity, and for a solutionVersionArn, as AWS has it.")
        @Nullable Boolean enableMetadataWithRecommendations,
    @JsonPropertyDescription(
            "Whether Amazon Personalize itself moves the campaign to each new solution version. Only with a solutionVersionArn that ends in /$LATEST. Default: false.")
        @Nullable Boolean syncWithLatestSolutionVersion,
    @JsonPropertyDescription(
            "How much popularity and freshness weigh beside relevance (aws-semantic-similarity only). Default: 0 each.")
        @Nullable RankingInfluence rankingInfluence) {}
