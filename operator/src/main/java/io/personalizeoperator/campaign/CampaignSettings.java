package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.RankingInfluence;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.ContentHash;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    @Nullable String solutionVersionArn,
    @Nullable Integer minProvisionedTPS,
    software.amazon.awssdk.services.personalize.model.@Nullable CampaignConfig config) {
  private static final String LATEST = "/$LATEST";

  static CampaignSettings of(@Nullable String version, int tps, @Nullable CampaignConfig config) {
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

  /** The call that changes some parts and leaves the others as they are. */
  UpdateCampaignRequest update(String arn, Set<CampaignPart> parts) {
    return UpdateCampaignRequest.builder()
        .campaignArn(arn)
        .solutionVersionArn(parts.contains(CampaignPart.Version) ? solutionVersionArn : null)
        .minProvisionedTPS(
            parts.contains(CampaignPart.MinProvisionedTPS) ? minProvisionedTPS : null)
        .campaignConfig(parts.contains(CampaignPart.Config) ? config : null)
        .build();
  }

  /** What a call asks for; its parts are null where it leaves them as they are. */
  static CampaignSettings of(UpdateCampaignRequest request) {
    return new CampaignSettings(
        request.solutionVersionArn(), request.minProvisionedTPS(), request.campaignConfig());
  }

  /** These settings, with others' where these leave something as it is. */
  CampaignSettings or(@Nullable CampaignSettings others) {
    return others == null
        ? this
        : new CampaignSettings(
            solutionVersionArn == null ? others.solutionVersionArn : solutionVersionArn,
            minProvisionedTPS == null ? others.minProvisionedTPS : minProvisionedTPS,
            config == null ? others.config : config);
  }

  /** Requests per second always provisioned; 0 where that is not known. */
  int tps() {
    return minProvisionedTPS == null ? 0 : minProvisionedTPS;
  }

  /** A part in a few characters, the same for equal content; null where it is left as it is. */
  @Nullable String valueOf(CampaignPart part) {
    return switch (part) {
      case Version -> solutionVersionArn;
      case MinProvisionedTPS -> minProvisionedTPS == null ? null : minProvisionedTPS.toString();
      case Config -> config == null ? null : ContentHash.of(textOf(config));
    };
  }

  /** Manifest and AWS may give keys in different orders, and leave out what is false. */
  private static String textOf(
      software.amazon.awssdk.services.personalize.model.CampaignConfig config) {
    return new TreeMap<>(config.itemExplorationConfig())
        + " "
        + Boolean.TRUE.equals(config.enableMetadataWithRecommendations())
        + " "
        + Boolean.TRUE.equals(config.syncWithLatestSolutionVersion())
        + " "
        + new TreeMap<>(config.rankingInfluenceAsStrings());
  }

  /** The parts in which others differ from these; what these leave open never differs. */
  Set<CampaignPart> partsDifferingFrom(CampaignSettings other) {
    Set<CampaignPart> parts = EnumSet.noneOf(CampaignPart.class);
    for (CampaignPart part : CampaignPart.values()) {
      if (!isMetBy(other, part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private boolean isMetBy(CampaignSettings other, CampaignPart part) {
    return switch (part) {
      case Version -> hasSameVersionAs(other);
      case MinProvisionedTPS -> Objects.equals(minProvisionedTPS, other.minProvisionedTPS);
      case Config -> configIsMetBy(other.config);
    };
  }

  /** In what others differ from these, in words; what these leave open never differs. */
  List<String> differencesTo(CampaignSettings other) {
    return partsDifferingFrom(other).stream().map(part -> difference(part, other)).toList();
  }

  /** How a part differs, in words. */
  String difference(CampaignPart part, CampaignSettings other) {
    return switch (part) {
      case Version ->
          "version " + shortOf(other.solutionVersionArn) + " -> " + shortOf(solutionVersionArn);
      case MinProvisionedTPS ->
          "minProvisionedTPS " + other.minProvisionedTPS + " -> " + minProvisionedTPS;
      case Config -> "config";
    };
  }

  /** Whether AWS deploys the newest version by itself: version and configuration go together. */
  boolean isSynced() {
    return config != null && Boolean.TRUE.equals(config.syncWithLatestSolutionVersion());
  }

  /** The ARN of a version, or of the solution where AWS itself resolves {@code $LATEST}. */
  static String withoutLatest(String versionArn) {
    return versionArn.endsWith(LATEST)
        ? versionArn.substring(0, versionArn.length() - LATEST.length())
        : versionArn;
  }

  /** AWS itself resolves {@code $LATEST}: any version of that solution is the same wish. */
  private boolean hasSameVersionAs(CampaignSettings other) {
    if (solutionVersionArn != null
        && solutionVersionArn.endsWith(LATEST)
        && other.solutionVersionArn != null) {
      boolean synced =
          other.config != null && Boolean.TRUE.equals(other.config.syncWithLatestSolutionVersion());
      return synced && other.solutionVersionArn.startsWith(withoutLatest(solutionVersionArn) + "/");
    }
    return Objects.equals(solutionVersionArn, other.solutionVersionArn);
  }

  private boolean configIsMetBy(
      software.amazon.awssdk.services.personalize.model.@Nullable CampaignConfig other) {
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

  private static boolean isMetBy(@Nullable Boolean wanted, @Nullable Boolean live) {
    return wanted == null || wanted.equals(Boolean.TRUE.equals(live));
  }

  /** Solution and version id, for people. */
  static @Nullable String shortOf(@Nullable String versionArn) {
    return versionArn == null ? null : Arn.resourceOf(versionArn).replaceFirst("^solution/", "");
  }

  private static software.amazon.awssdk.services.personalize.model.@Nullable CampaignConfig toAws(
      @Nullable CampaignConfig config) {
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
}
