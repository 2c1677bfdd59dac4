package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.CampaignStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which solution version a campaign should serve. While a spike freezes rollouts that is the one
 * that the operator last deployed, whatever others deploy in the meantime; the promoted version is
 * also right, if it serves already.
 *
 * @param newest the promoted version or the pinned one; empty where the solution has none yet
 * @param isFrozen whether a spike keeps a new version of the solution waiting now
 * @param before the status as last reported; null before the first report
 * @param details the campaign's details in AWS, if they are known
 */
record WantedVersion(
    Optional<String> newest,
    boolean isFrozen,
    @Nullable CampaignStatus before,
    Optional<CampaignDetails> details) {

  /**
   * The version to serve.
   *
   * @param serving the one that serves; null for a campaign that does not serve yet
   */
  @Nullable String after(@Nullable String serving) {
    boolean isNewest = newest.filter(version -> version.equals(serving)).isPresent();
    if (serving == null || !isFrozen || isNewest) {
      return newest.orElse(serving);
    }
    String last = lastDeployed();
    return last == null ? serving : last;
  }

  /** The promoted version, where it waits for the end of a window. */
  Optional<String> waiting() {
    String serving = before == null ? null : before.solutionVersionArn();
    return newest.filter(version -> isFrozen && serving != null && !version.equals(after(serving)));
  }

  /** Null where no pass has recorded one. */
  private @Nullable String recorded() {
    if (before == null) {
      return null;
    }
    AppliedSettings applied = before.applied();
    return before.deployedVersionArn() != null || applied == null
        ? before.deployedVersionArn()
        : applied.solutionVersionArn();
  }

  /** A rollout counts from the moment it is sent, and no more once it has failed. */
  private @Nullable String lastDeployed() {
    String recorded = recorded();
    return details
        .filter(known -> known.update() != null && known.update().hasFailed())
        .filter(known -> Objects.equals(recorded, requested()))
        .map(CampaignDetails::serving)
        .map(CampaignSettings::solutionVersionArn)
        .orElse(recorded);
  }

  private @Nullable String requested() {
    return details
        .map(CampaignDetails::requested)
        .map(CampaignSettings::solutionVersionArn)
        .orElse(null);
  }

  /**
   * The version that the operator last deployed, for the status.
   *
   * @param isOurDoing whether what serves was found as wanted, or is being created
   */
  @Nullable String deployed(boolean isOurDoing) {
    CampaignSettings serving = details.map(CampaignDetails::serving).orElse(null);
    if (isOurDoing && serving != null) {
      return serving.solutionVersionArn();
    }
    boolean isRollout =
        details.filter(CampaignDetails::isBeingUpdated).isPresent()
            && newest.filter(version -> version.equals(requested())).isPresent();
    return isRollout ? requested() : lastDeployed();
  }
}
