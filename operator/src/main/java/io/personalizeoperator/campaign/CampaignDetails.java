package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;

/**
 * What DescribeCampaign returns besides the status.
 *
 * @param serving the settings in force; null while nothing but an update of ours is known
 * @param requested the settings of the last update, with those in force where it left something as
 *     it is; null before the first
 * @param update how the last update stands; null before the first
 */
record CampaignDetails(CampaignSettings serving, CampaignSettings requested, LatestUpdate update) {
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
    return isBeingUpdated() ? Math.max(now, requested.tps()) : now;
  }
}
