package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeCampaign returns besides the status.
 *
 * @param serving the settings in force; null while nothing but an update of ours is known
 * @param requested the settings of the last update, with those in force where it left something as
 *     it is; null before the first
 * @param update how the last update stands; null before the first
 */
record CampaignDetails(
    @Nullable CampaignSettings serving,
    @Nullable CampaignSettings requested,
    @Nullable LatestUpdate update) {
  CampaignDetails {
    requested = requested == null ? null : requested.or(serving);
  }

  /** Whether an update is under way. */
  boolean isBeingUpdated() {
    return update != null && update.isUnderWay();
  }

  /** Requests per second that are provisioned, or that an update under way will provision. */
  int tpsSoon() {
    int now = serving == null ? 0 : serving.tps();
    return isBeingUpdated() ? Math.max(now, Objects.requireNonNull(requested).tps()) : now;
  }
}
