package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * Configuration of a campaign (AWS: CampaignConfig).
 *
 * @param itemExplorationConfig explorationWeight (0 to 1) and explorationItemAgeCutOff (days), as
 *     text (User-Personalization).
 * @param enableMetadataWithRecommendations Whether recommendations can carry item metadata.
 * @param syncWithLatestSolutionVersion Whether Amazon Personalize itself moves to each new version.
 *     Goes with a solutionVersionArn that ends in /$LATEST.
 * @param rankingInfluence Weight of other aims beside relevance (semantic-similarity).
 */
public record CampaignConfig(
    @Size(max = Limits.PARAMETERS)
        @JsonPropertyDescription(
            "explorationWeight (0 to 1) and explorationItemAgeCutOff (days), as text (User-Personalization).")
        Map<String, String> itemExplorationConfig,
    @JsonPropertyDescription("Whether recommendations can carry item metadata.")
        Boolean enableMetadataWithRecommendations,
    @JsonPropertyDescription(
            "Whether Amazon Personalize itself moves to each new version. Goes with a solutionVersionArn that ends in /$LATEST.")
        Boolean syncWithLatestSolutionVersion,
    @JsonPropertyDescription("Weight of other aims beside relevance (semantic-similarity).")
        RankingInfluence rankingInfluence) {}
