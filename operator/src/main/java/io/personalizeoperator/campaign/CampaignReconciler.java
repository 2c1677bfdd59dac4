package io.personalizeoperator.campaign;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.Campaign;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link Campaign} custom resources. */
@ControllerConfiguration(name = "campaign", finalizerName = "personalize-operator.io/finalizer")
public final class CampaignReconciler extends LifecycleReconciler<Campaign, CampaignDetails> {
  /** A reconciler in its surroundings. */
  public CampaignReconciler(Surroundings world) {
    super(Kind.plain(Campaign.class, new CampaignDecider(), new CampaignCalls()), world);
  }
}
