package io.personalizeoperator.campaign;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link Campaign} custom resources. */
@ControllerConfiguration(name = "campaign", finalizerName = "personalize-operator.io/finalizer")
public final class CampaignReconciler extends LifecycleReconciler<Campaign, CampaignDetails> {
  private final CampaignMetrics metrics;

  /**
   * A reconciler in its surroundings.
   *
   * @param world what every reconciler works with
   * @param rules what the operator's options say of capacity
   */
  public CampaignReconciler(Surroundings world, CapacityRules rules) {
    super(Kind.plain(Campaign.class, new CampaignDecider(rules), new CampaignCalls()), world);
    this.metrics = new CampaignMetrics(world.meters(), world.clock());
  }

  @Override
  protected void reported(Campaign campaign, CommonStatus status) {
    metrics.show(campaign, (CampaignStatus) status);
  }

  @Override
  protected void gone(Campaign campaign) {
    metrics.remove(campaign);
  }
}
