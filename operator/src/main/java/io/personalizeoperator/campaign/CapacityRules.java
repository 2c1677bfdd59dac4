package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignSpec;
import java.util.OptionalDouble;

/**
 * What the operator's options say of capacity.
 *
 * @param maximum most requests per second of a campaign whose manifest gives no maximum
 * @param pricePerTpsHour price of a TPS-hour, if costs are to be shown in money
 */
public record CapacityRules(int maximum, OptionalDouble pricePerTpsHour) {
  /** The maximum that holds for a campaign. */
  int maximumOf(CampaignSpec spec) {
    return spec.maximumMinProvisionedTPS() == null ? maximum : spec.maximumMinProvisionedTPS();
  }
}
