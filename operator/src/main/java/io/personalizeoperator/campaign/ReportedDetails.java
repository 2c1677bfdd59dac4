package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's details as its status has them. After a restart they are not known, but while AWS
 * shows the same time of the last change as was reported when all was well, they are as reported:
 * that saves a DescribeCampaign before each update, at a time when many may be due at once.
 */
final class ReportedDetails {
  private ReportedDetails() {}

  /** The campaign with its details, where AWS or the status has them. */
  static RemoteResource<CampaignDetails> in(
      RemoteResource<CampaignDetails> live, Campaign resource) {
    return live.details() == null ? of(resource, live).map(live::withDetails).orElse(live) : live;
  }

  /** Requests per second that were provisioned, or asked for, when last reported. */
  static int tpsSoon(@Nullable CampaignStatus status) {
    if (status == null) {
      return 0;
    }
    CampaignUpdateStatus update = status.latestUpdate();
    int asked =
        update != null && Transition.isUnderWay(update.status())
            ? orZero(update.minProvisionedTPS())
            : 0;
    return Math.max(orZero(status.minProvisionedTPS()), asked);
  }

  /** Requests per second that were last asked for, or else are provisioned, as reported. */
  static int tpsAskedFor(@Nullable CampaignStatus status) {
    if (status == null) {
      return 0;
    }
    CampaignUpdateStatus update = status.latestUpdate();
    Integer asked =
        update != null && Transition.isUnderWay(update.status())
            ? update.minProvisionedTPS()
            : null;
    return asked == null ? orZero(status.minProvisionedTPS()) : asked;
  }

  private static int orZero(@Nullable Integer tps) {
    return tps == null ? 0 : tps;
  }

  private static Optional<CampaignDetails> of(
      Campaign resource, RemoteResource<CampaignDetails> live) {
    var config = resource.getSpec().config();
    LifecycleStatus before = resource.lifecycle();
    Long generation = resource.getMetadata().getGeneration();
    return Optional.ofNullable(resource.getStatus())
        .filter(status -> live.isActive() && live.arn().equals(before.arn()))
        .filter(status -> Objects.equals(live.summary().lastUpdated(), before.awsLastUpdated()))
        .filter(status -> Objects.equals(generation, before.appliedGeneration()))
        .filter(status -> wasAsWanted(status, generation))
        .filter(status -> status.solutionVersionArn() != null && status.minProvisionedTPS() != null)
        .map(
            status ->
                new CampaignDetails(
                    new CampaignSettings(
                        status.solutionVersionArn(),
                        orZero(status.minProvisionedTPS()),
                        inForce(config, before)),
                    requested(status.latestUpdate()),
                    update(status.latestUpdate())));
  }

  /** As the manifest says, and with the setting that AWS keeps, if that was reported. */
  private static software.amazon.awssdk.services.personalize.model.CampaignConfig inForce(
      @Nullable CampaignConfig config, LifecycleStatus before) {
    var said = CampaignConfiguration.toAws(config);
    boolean kept =
        Conditions.find(before.conditions(), Conditions.READY)
            .filter(ready -> ready.reason().equals(Reason.SettingKept.name()))
            .isPresent();
    return kept && said.enableMetadataWithRecommendations() == null
        ? said.toBuilder().enableMetadataWithRecommendations(true).build()
        : said;
  }

  /** Neither did somebody else's change stand, nor was an update under way or failed. */
  private static boolean wasAsWanted(CampaignStatus status, Long generation) {
    return status.applied() != null
        && Objects.equals(status.applied().generation(), generation)
        && status.lifecycle() != null
        && Conditions.find(status.lifecycle().conditions(), Conditions.READY)
            .filter(ready -> !ready.reason().equals(Reason.DriftReported.name()))
            .isPresent()
        && (status.latestUpdate() == null || status.latestUpdate().status().equals("ACTIVE"));
  }

  /** What AWS left out of its answer, the update left as it was. */
  private static @Nullable CampaignSettings requested(@Nullable CampaignUpdateStatus update) {
    return update == null
        ? null
        : new CampaignSettings(update.solutionVersionArn(), update.minProvisionedTPS(), null);
  }

  private static @Nullable LatestUpdate update(@Nullable CampaignUpdateStatus update) {
    return update == null
        ? null
        : new LatestUpdate(update.status(), update.failureReason(), update.created(), null);
  }
}
