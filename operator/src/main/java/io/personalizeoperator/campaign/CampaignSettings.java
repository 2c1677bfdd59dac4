package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.ContentHash;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * Everything of a campaign that one UpdateCampaign carries. All that wants to change a campaign
 * ends in one of these, so that no change overwrites another.
 *
 * @param solutionVersionArn the version that serves
 * @param minProvisionedTPS requests per second always provisioned
 * @param config the configuration; what it leaves out has AWS's default; null where the
 *     configuration is left as it is
 */
record CampaignSettings(
    @Nullable String solutionVersionArn,
    @Nullable Integer minProvisionedTPS,
    @Nullable CampaignConfig config) {
  private static final String LATEST = "/$LATEST";

  /** What a manifest says. */
  static CampaignSettings of(
      @Nullable String version,
      int tps,
      io.personalizeoperator.api.campaign.@Nullable CampaignConfig config) {
    return new CampaignSettings(version, tps, CampaignConfiguration.toAws(config));
  }

  /**
   * These settings, with AWS's defaults for what others have in force and these leave out.
   *
   * @param serving what is in force; null while that is not known
   * @param metadataIsOff whether item metadata is off by default; else it stays as it is
   */
  CampaignSettings resetting(@Nullable CampaignSettings serving, boolean metadataIsOff) {
    return config == null || serving == null || serving.config == null
        ? this
        : new CampaignSettings(
            solutionVersionArn,
            minProvisionedTPS,
            CampaignConfiguration.resetting(config, serving.config, metadataIsOff));
  }

  CreateCampaignRequest create(String name, List<Tag> tags) {
    return CreateCampaignRequest.builder()
        .name(name)
        .solutionVersionArn(solutionVersionArn)
        .minProvisionedTPS(minProvisionedTPS)
        .campaignConfig(configToSend())
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
        .campaignConfig(parts.contains(CampaignPart.Config) ? configToSend() : null)
        .build();
  }

  private @Nullable CampaignConfig configToSend() {
    return CampaignConfiguration.toAws(null).equals(config) ? null : config;
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

  /** These settings with another capacity. */
  CampaignSettings withTps(int tps) {
    return new CampaignSettings(solutionVersionArn, tps, config);
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
      case Config -> config == null ? null : ContentHash.of(CampaignConfiguration.effectOf(config));
    };
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
      case Config -> config == null || effectOf(config).equals(effectOf(other.config));
    };
  }

  private static String effectOf(@Nullable CampaignConfig config) {
    return CampaignConfiguration.effectOf(
        config == null ? CampaignConfiguration.toAws(null) : config);
  }

  /** In what others differ from these, in words; what these leave open never differs. */
  List<String> differencesTo(CampaignSettings other) {
    return partsDifferingFrom(other).stream().map(part -> difference(part, other)).toList();
  }

  /** How a part differs, in words. */
  String difference(CampaignPart part, CampaignSettings other) {
    return switch (part) {
      case Version -> version(shortOf(other.solutionVersionArn), shortOf(solutionVersionArn));
      case MinProvisionedTPS ->
          "minProvisionedTPS " + other.minProvisionedTPS + " -> " + minProvisionedTPS;
      case Config -> "config";
    };
  }

  /** It is sent along with a configuration that decides who chooses the version. */
  private static String version(@Nullable String before, @Nullable String after) {
    return Objects.equals(before, after)
        ? "version " + after
        : "version " + before + " -> " + after;
  }

  /** Whether AWS deploys the newest version by itself: version and configuration go together. */
  boolean isSynced() {
    return config != null && CampaignConfiguration.isSynced(config);
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
      return other.isSynced()
          && other.solutionVersionArn.startsWith(withoutLatest(solutionVersionArn) + "/");
    }
    return Objects.equals(solutionVersionArn, other.solutionVersionArn);
  }

  /** Solution and version id, for people. */
  static @Nullable String shortOf(@Nullable String versionArn) {
    return versionArn == null ? null : Arn.resourceOf(versionArn).replaceFirst("^solution/", "");
  }
}
