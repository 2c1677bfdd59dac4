package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.RankingInfluence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/**
 * A campaign's configuration as AWS takes it. What it leaves out has AWS's default, so a setting
 * that is taken out of the manifest goes back to its default in AWS: UpdateCampaign does not say
 * that it changes what campaignConfig leaves out, so the default is sent.
 */
final class CampaignConfiguration {
  /** AWS: developer guide, User-Personalization recipe, item exploration in campaigns. */
  private static final Map<String, String> EXPLORATION_DEFAULTS =
      Map.of("explorationWeight", "0.3", "explorationItemAgeCutOff", "30");

  /** AWS: CampaignConfig, rankingInfluence: both factors default to 0.0. */
  private static final double RANKING_DEFAULT = 0.0;

  private CampaignConfiguration() {}

  /** What the manifest says, and no more. */
  static CampaignConfig toAws(io.personalizeoperator.api.campaign.@Nullable CampaignConfig config) {
    return config == null
        ? CampaignConfig.builder().build()
        : CampaignConfig.builder()
            .itemExplorationConfig(config.itemExplorationConfig())
            .enableMetadataWithRecommendations(config.enableMetadataWithRecommendations())
            .syncWithLatestSolutionVersion(config.syncWithLatestSolutionVersion())
            .rankingInfluenceWithStrings(ranking(config.rankingInfluence()))
            .build();
  }

  private static @Nullable Map<String, Double> ranking(@Nullable RankingInfluence influence) {
    if (influence == null) {
      return null;
    }
    Map<String, Double> all = new HashMap<>();
    if (influence.popularity() != null) {
      all.put("POPULARITY", influence.popularity());
    }
    if (influence.freshness() != null) {
      all.put("FRESHNESS", influence.freshness());
    }
    return all;
  }

  /**
   * A configuration with AWS's default for each setting that it leaves out and that is in force
   * with another value. A setting without a known default stays as it is in force.
   *
   * @param wanted what the manifest says
   * @param serving what is in force
   * @param metadataIsOff whether item metadata is off by default; else it stays as it is
   */
  static CampaignConfig resetting(
      CampaignConfig wanted, CampaignConfig serving, boolean metadataIsOff) {
    Map<String, String> exploration = new TreeMap<>(wanted.itemExplorationConfig());
    nonDefault(serving.itemExplorationConfig())
        .forEach(
            (name, value) ->
                exploration.putIfAbsent(name, EXPLORATION_DEFAULTS.getOrDefault(name, value)));
    Map<String, Double> ranking = new TreeMap<>(wanted.rankingInfluenceAsStrings());
    nonZero(serving.rankingInfluenceAsStrings())
        .forEach((factor, weight) -> ranking.putIfAbsent(factor, RANKING_DEFAULT));
    CampaignConfig.Builder all = wanted.toBuilder();
    if (!exploration.isEmpty()) {
      all.itemExplorationConfig(exploration);
    }
    if (!ranking.isEmpty()) {
      all.rankingInfluenceWithStrings(ranking);
    }
    if (wanted.enableMetadataWithRecommendations() == null && hasMetadata(serving)) {
      all.enableMetadataWithRecommendations(!metadataIsOff);
    }
    if (wanted.syncWithLatestSolutionVersion() == null && isSynced(serving)) {
      all.syncWithLatestSolutionVersion(false);
    }
    return all.build();
  }

  /**
   * What a configuration does, in a text that is the same for all that do the same: manifest and
   * AWS may give keys in different orders, write numbers in different ways, and leave out defaults.
   */
  static String effectOf(CampaignConfig config) {
    return nonDefault(config.itemExplorationConfig())
        + " "
        + hasMetadata(config)
        + " "
        + isSynced(config)
        + " "
        + nonZero(config.rankingInfluenceAsStrings());
  }

  static boolean hasMetadata(CampaignConfig config) {
    return Boolean.TRUE.equals(config.enableMetadataWithRecommendations());
  }

  static boolean isSynced(CampaignConfig config) {
    return Boolean.TRUE.equals(config.syncWithLatestSolutionVersion());
  }

  private static Map<String, String> nonDefault(Map<String, String> exploration) {
    Map<String, String> all = new TreeMap<>();
    exploration.forEach((name, value) -> all.put(name, plain(value)));
    all.entrySet().removeAll(EXPLORATION_DEFAULTS.entrySet());
    return all;
  }

  private static Map<String, Double> nonZero(Map<String, Double> ranking) {
    Map<String, Double> all = new TreeMap<>(ranking);
    all.values().removeIf(weight -> weight == RANKING_DEFAULT);
    return all;
  }

  /** A number in one of the ways in which it can be written. */
  private static String plain(String value) {
    try {
      return new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
