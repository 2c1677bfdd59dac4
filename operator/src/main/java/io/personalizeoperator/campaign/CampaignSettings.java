package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.campaign.RankingInfluence;
import io.personalizeoperator.aws.Arn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * Everything of a campaign that one UpdateCampaign carries. All that wants to change a campaign
 * ends in one of these, so that no change overwrites another.
 *
 * @param solutionVersionArn the version that serves
 * @param minProvisionedTPS requests per second always provisioned
 * @param config the configuration; null for no wish
 */
record CampaignSettings(
    String solutionVersionArn,
    Integer minProvisionedTPS,
    software.amazon.awssdk.services.personalize.model.CampaignConfig config) {
  private static final String LATEST = "/$LATEST";

  static CampaignSettings of(String version, int tps, CampaignConfig config) {
    return new CampaignSettings(version, tps, toAws(config));
  }

  CreateCampaignRequest create(String name, List<Tag> tags) {
    return CreateCampaignRequest.builder()
        .name(name)
        .solutionVersionArn(solutionVersionArn)
        .minProvisionedTPS(minProvisionedTPS)
        .campaignConfig(config)
        .tags(tags)
        .build();
  }

  UpdateCampaignRequest update(String arn) {
    return UpdateCampaignRequest.builder()
        .campaignArn(arn)
        .solutionVersionArn(solutionVersionArn)
        .minProvisionedTPS(minProvisionedTPS)
        .campaignConfig(config)
        .build();
  }

  /** Requests per second always provisioned; 0 where that is not known. */
  int tps() {
    return minProvisionedTPS == null ? 0 : minProvisionedTPS;
  }

  /** In what others differ from these, in words; what these leave open never differs. */
  List<String> differencesTo(CampaignSettings other) {
    List<String> all = new ArrayList<>();
    if (!hasSameVersionAs(other)) {
      all.add(
          "version " + shortOf(other.solutionVersionArn) + " -> " + shortOf(solutionVersionArn));
    }
    if (!Objects.equals(minProvisionedTPS, other.minProvisionedTPS)) {
      all.add("minProvisionedTPS " + other.minProvisionedTPS + " -> " + minProvisionedTPS);
    }
    if (!configIsMetBy(other.config)) {
      all.add("config");
    }
    return all;
  }

  /** AWS itself resolves {@code $LATEST}: any version of that solution is the same wish. */
  private boolean hasSameVersionAs(CampaignSettings other) {
    if (solutionVersionArn != null
        && solutionVersionArn.endsWith(LATEST)
        && other.solutionVersionArn != null) {
      boolean synced =
          other.config != null && Boolean.TRUE.equals(other.config.syncWithLatestSolutionVersion());
      return synced
          && other.solutionVersionArn.startsWith(
              solutionVersionArn.substring(0, solutionVersionArn.length() - LATEST.length() + 1));
    }
    return Objects.equals(solutionVersionArn, other.solutionVersionArn);
  }

  private boolean configIsMetBy(
      software.amazon.awssdk.services.personalize.model.CampaignConfig other) {
    if (config == null) {
      return true;
    }
    var live =
        other == null
            ? software.amazon.awssdk.services.personalize.model.CampaignConfig.builder().build()
            : other;
    return live.itemExplorationConfig()
            .entrySet()
            .containsAll(config.itemExplorationConfig().entrySet())
        && isMetBy(
            config.enableMetadataWithRecommendations(), live.enableMetadataWithRecommendations())
        && isMetBy(config.syncWithLatestSolutionVersion(), live.syncWithLatestSolutionVersion())
        && live.rankingInfluenceAsStrings()
            .entrySet()
            .containsAll(config.rankingInfluenceAsStrings().entrySet());
  }

  private static boolean isMetBy(Boolean wanted, Boolean live) {
    return wanted == null || wanted.equals(Boolean.TRUE.equals(live));
  }

  /** Solution and version id, for people. */
  static String shortOf(String versionArn) {
    return versionArn == null ? null : Arn.resourceOf(versionArn).replaceFirst("^solution/", "");
  }

  private static software.amazon.awssdk.services.personalize.model.CampaignConfig toAws(
      CampaignConfig config) {
    if (config == null) {
      return null;
    }
    return software.amazon.awssdk.services.personalize.model.CampaignConfig.builder()
        .itemExplorationConfig(config.itemExplorationConfig())
        .enableMetadataWithRecommendations(config.enableMetadataWithRecommendations())
        .syncWithLatestSolutionVersion(config.syncWithLatestSolutionVersion())
        .rankingInfluenceWithStrings(ranking(config.rankingInfluence()))
        .build();
  }

  private static Map<String, Double> ranking(RankingInfluence influence) {
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
}
