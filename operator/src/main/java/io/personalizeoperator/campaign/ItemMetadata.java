package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * Item metadata with recommendations where the manifest does not say whether it is wanted. AWS's
 * default depends on the recipe: campaigns of some recipes have it without being asked (developer
 * guide, "Item metadata in recommendations"), all others have it not. There it costs extra.
 *
 * @param isUnsaid whether the manifest does not say it
 * @param recipe name of the recipe; empty where the operator does not know it: for a pinned
 *     version, and with AutoML
 */
record ItemMetadata(boolean isUnsaid, Optional<String> recipe) {
  private static final Set<String> AUTOMATIC =
      Set.of(
          "aws-user-personalization-v2", "aws-personalized-ranking-v2", "aws-semantic-similarity");

  static ItemMetadata of(Observed<Campaign, CampaignDetails> observed) {
    CampaignConfig config = observed.resource().getSpec().config();
    return new ItemMetadata(
        config == null || config.enableMetadataWithRecommendations() == null,
        observed.parents().stream()
            .flatMap(parent -> parent.resource().stream())
            .filter(Solution.class::isInstance)
            .map(Solution.class::cast)
            .flatMap(
                solution ->
                    Optional.ofNullable(solution.getSpec()).map(SolutionSpec::recipe).stream())
            .map(Arn::idOf)
            .findFirst());
  }

  /** Whether AWS has it off unless it is asked for; false where that is not known. */
  boolean isOffByDefault() {
    return recipe.filter(name -> !AUTOMATIC.contains(name)).isPresent();
  }

  /** Reports that AWS keeps it on. */
  Optional<Verdict> kept(CampaignSettings serving) {
    boolean isOn = serving.config() != null && CampaignConfiguration.hasMetadata(serving.config());
    return isUnsaid && isOn && !isOffByDefault()
        ? Optional.of(Verdict.settled(Reason.SettingKept, message()))
        : Optional.empty();
  }

  private String message() {
    return "The campaign is ACTIVE. AWS keeps item metadata enabled, "
        + recipe
            .map(name -> "which is its default for the recipe " + name)
            .orElse("because the manifest does not say whether it is wanted")
        + ". To disable it, set config.enableMetadataWithRecommendations: false; to keep it,"
        + " set it to true.";
  }
}
