package io.personalizeoperator.campaign;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;

/** Reconciles {@link Campaign} custom resources. */
@ControllerConfiguration(name = "campaign", finalizerName = "personalize-operator.io/finalizer")
public final class CampaignReconciler extends LifecycleReconciler<Campaign, CampaignDetails> {
  private final CampaignMetrics metrics;

  /**
   * A reconciler in its surroundings.
   *
   * @param dependencies what every reconciler works with
   * @param rules what the operator's options say of capacity
   */
  public CampaignReconciler(ReconcilerDependencies dependencies, CapacityRules rules) {
    super(
        Kind.plain(Campaign.class, new CampaignDecider(rules), new CampaignCalls()), dependencies);
    this.metrics = new CampaignMetrics(dependencies.meters(), dependencies.clock());
  }

  @Override
  protected void onReported(Campaign campaign, CommonStatus status) {
    metrics.show(campaign, (CampaignStatus) status);
  }

  @Override
  protected void onDeleted(Campaign campaign) {
    metrics.remove(campaign);
  }
}
