package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes back a spike's capacity before a campaign is left in AWS ({@code deletionPolicy: Retain}):
 * nobody would lower it at the end of the window, and it is paid for by the hour. What AWS refuses
 * for good does not keep the custom resource from being deleted.
 *
 * @param observed what the decision is made from
 * @param plan the capacity that is wanted
 */
record CapacityReturn(Observed<Campaign, CampaignDetails> observed, CapacityPlan plan) {

  /** Whether a spike's capacity may be provisioned, as far as the status and the time show. */
  boolean mayBeDue() {
    CampaignStatus status = observed.resource().getStatus();
    if (status == null || status.lifecycle() == null) {
      return false;
    }
    AppliedSettings applied = status.applied();
    boolean isOurDoing =
        applied == null
            || applied.minProvisionedTPS() == null
            || applied.minProvisionedTPS() > plan.base();
    return plan.active().isPresent()
        || (isOurDoing && ReportedDetails.tpsSoon(status) > plan.base());
  }

  /** What has to happen first; empty once the base is in force. */
  Optional<Finding> look(RemoteResource<CampaignDetails> live) {
    CampaignDetails details = live.details();
    boolean unreadable = live.unreadable().isPresent() || readFailed(live);
    if (details == null && !unreadable) {
      return Optional.of(
          Finding.act(
              Concern.DELETION,
              releasing("Reading the capacity, to lower it before the campaign is released."),
              new Action.ReadDetails(live.arn())));
    }
    if (details != null && (details.isBeingUpdated() || isAtBase(details))) {
      boolean over = isAtBase(details) || unreadable;
      return over
          ? Optional.empty()
          : Optional.of(
              Finding.rest(
                  Concern.DELETION,
                  releasing(
                      CampaignUpdates.underWay(details)
                          + " The operator releases the campaign after that.")));
    }
    return Optional.of(lowering(live));
  }

  private boolean isAtBase(CampaignDetails details) {
    CampaignSettings serving = details.serving();
    return !details.isBeingUpdated() && serving != null && serving.tps() <= plan.base();
  }

  private boolean readFailed(RemoteResource<CampaignDetails> live) {
    return observed.attempts().of(new Action.ReadDetails(live.arn()).key()).isPresent();
  }

  private Finding lowering(RemoteResource<CampaignDetails> live) {
    CampaignSettings base = new CampaignSettings(null, plan.base(), null);
    String what = "to %d requests per second".formatted(plan.base());
    Action lower =
        new Action.Update(
            live.arn(),
            base.update(live.arn(), EnumSet.of(CampaignPart.MinProvisionedTPS)),
            Notice.normal("Updated", "An update was started, back " + what + "."));
    if (hasFailed(lower, live)) {
      return Finding.act(
              Concern.DELETION,
              releasing("It stays in Amazon Personalize."),
              new Action.RemoveFinalizer())
          .telling(
              Notice.warning(
                  "NotLowered",
                  "%s keeps the capacity of a spike, because it could not be lowered %s: lower it in AWS."
                      .formatted(live.arn(), what)));
    }
    return Finding.act(
        Concern.DELETION,
        releasing("The capacity is lowered " + what + " before the campaign is released."),
        lower);
  }

  /** AWS refuses it until a person does something, or has taken it and failed. */
  private boolean hasFailed(Action lower, RemoteResource<CampaignDetails> live) {
    boolean refused =
        observed
            .attempts()
            .of(lower.key())
            .filter(attempt -> attempt.failure().kind() == FailureClass.NEEDS_USER)
            .isPresent();
    CampaignDetails details = live.details();
    return refused
        || (details != null
            && details.update() != null
            && details.update().hasFailed()
            && Objects.requireNonNull(details.requested()).tps() == plan.base());
  }

  private static Verdict releasing(String message) {
    return Verdict.progressing(Reason.Deleting, message, false);
  }
}
