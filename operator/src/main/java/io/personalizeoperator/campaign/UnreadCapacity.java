package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The capacity of a campaign that cannot be described. The operator relies on what it last reported
 * or sent, because a window does not wait. AWS refuses an update that is not needed, or that comes
 * while another is under way; one that is not sent costs a spike its capacity.
 *
 * @param observed what the decision is made from
 * @param live the campaign in AWS
 * @param plan the capacity that is wanted
 * @param wanted all settings that are wanted
 * @param isLeft whether all was in force as it is wanted now, and what others change since is left
 */
record UnreadCapacity(
    Observed<Campaign, CampaignDetails> observed,
    RemoteResource<CampaignDetails> live,
    CapacityPlan plan,
    CampaignSettings wanted,
    boolean isLeft) {

  /** Whether reading the details has failed. */
  boolean holds() {
    boolean unknown = live.details() == null || live.details().serving() == null;
    return unknown
        && live.isActive()
        && (live.unreadable().isPresent()
            || observed.attempts().of(new Action.ReadDetails(live.arn()).key()).isPresent());
  }

  /** What is sent without knowing more; nothing while that was sent or reported last. */
  Optional<Finding> look() {
    int believed =
        live.details() == null
            ? ReportedDetails.tpsAskedFor(observed.resource().getStatus())
            : live.details().tpsSoon();
    if (believed == plan.wanted() || isLeft) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.act(
                Concern.CAPACITY,
                Verdict.progressing(
                    Reason.Updating,
                    "The operator cannot describe the campaign, and sends the capacity anyway.",
                    true),
                new Action.Update(
                    live.arn(),
                    wanted.update(live.arn(), EnumSet.of(CampaignPart.MinProvisionedTPS)),
                    Notice.normal(
                        "Updated",
                        "An update was started: minProvisionedTPS %d -> %d."
                            .formatted(believed, plan.wanted()))))
            .dueBy(plan.neededBy(believed).orElse(Instant.MAX)));
  }
}
