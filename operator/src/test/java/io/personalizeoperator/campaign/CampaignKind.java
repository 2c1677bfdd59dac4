package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.reconcile.Kind;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class CampaignKind {
  public static final Kind<Campaign, ?> KIND =
      Kind.plain(Campaign.class, new CampaignDecider(SimulatedCampaign.RULES), new CampaignCalls());

  private CampaignKind() {}
}
