package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;

/**
 * What DescribeCampaign tells beside the status.
 *
 * @param serving the settings in force
 * @param requested the settings of the last update; null before the first
 * @param update how the last update stands; null before the first
 */
record CampaignDetails(CampaignSettings serving, CampaignSettings requested, LatestUpdate update) {
  /** Requests per second that are provisioned, or that an update under way will provision. */
  int tpsSoon() {
    boolean underWay = update != null && update.isUnderWay();
    return underWay ? Math.max(serving.tps(), requested.tps()) : serving.tps();
  }
}
