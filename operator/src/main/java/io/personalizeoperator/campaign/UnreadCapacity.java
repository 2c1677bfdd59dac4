package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

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
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

  /** Whether reading the details has failed. */
  boolean holds() {
    CampaignDetails details = live.details();
    boolean unknown = details == null || details.serving() == null || details.isBeingUpdated();
    return unknown
        && live.isActive()
        && (live.unreadable().isPresent()
            || observed.attempts().of(new Action.ReadDetails(live.arn()).key()).isPresent());
  }

  /** What is sent without knowing more; while that was sent or reported last, only a repeat. */
  Optional<Finding> look() {
    int believed = believed();
    if (isLeft) {
      return Optional.empty();
    }
    if (believed == plan.wanted()) {
      return repeat(believed);
    }
    if (believed == plan.wantedSoon()) {
      return Optional.empty();
    }
    boolean isRejected =
        new UpdateRefusals(observed).hasCapacityAlone(live.arn(), plan.wantedSoon());
    return Optional.of(
        send(believed, isRejected && plan.wanted() > believed ? plan.wanted() : plan.wantedSoon()));
  }

  private int believed() {
    CampaignDetails details = live.details();
    if (details == null) {
      return ReportedDetails.tpsAskedFor(status());
    }
    return details.isBeingUpdated()
        ? Objects.requireNonNull(details.requested()).tps()
        : details.tpsSoon();
  }

  private @Nullable CampaignStatus status() {
    return observed.resource().getStatus();
  }

  /**
   * An update that AWS took may have failed since, which nobody can see. Once it must have ended it
   * is sent again: AWS refuses it where it is in force, and that is the answer. Not before a raise,
   * which it could keep waiting.
   */
  private Optional<Finding> repeat(int tps) {
    CampaignUpdateStatus last = status() == null ? null : status().latestUpdate();
    if (last == null
        || last.created() == null
        || !Transition.isUnderWay(last.status())
        || !Objects.equals(last.minProvisionedTPS(), tps)) {
      return Optional.empty();
    }
    Instant mustHaveEnded =
        last.created()
            .plus(
                Collections.max(List.of(LONG_ENOUGH, plan.learned().nextUpdate().multipliedBy(2))));
    if (observed.now().isBefore(mustHaveEnded)) {
      return Optional.of(Finding.later(Concern.CAPACITY, mustHaveEnded));
    }
    Finding again = send(tps, tps);
    boolean answered =
        observed
            .attempts()
            .of(again.action().orElseThrow().key())
            .filter(attempt -> isAnswerToARepeat(attempt, status()))
            .isPresent();
    return answered || plan.isRaiseNear() ? Optional.empty() : Optional.of(again);
  }

  /** Whether AWS refuses what it has taken before: it is in force, or will not be by repeating. */
  static boolean isAnswerToARepeat(Attempt attempt, @Nullable CampaignStatus before) {
    CampaignUpdateStatus last = before == null ? null : before.latestUpdate();
    return last != null
        && attempt.failure().kind() == FailureClass.NEEDS_USER
        && Transition.isUnderWay(last.status())
        && Objects.equals(
            last.minProvisionedTPS(),
            ((UpdateCampaignRequest) attempt.action().content()).minProvisionedTPS());
  }

  private Finding send(int from, int to) {
    String message = "The operator cannot describe the campaign, and sends the capacity anyway.";
    return Finding.act(
            Concern.CAPACITY,
            observed.isApplied()
                ? Verdict.scheduled(Reason.Updating, message)
                : Verdict.progressing(Reason.Updating, message, true),
            new Action.Update(
                live.arn(),
                wanted.withTps(to).update(live.arn(), EnumSet.of(CampaignPart.MinProvisionedTPS)),
                Notice.normal(
                    "Updated",
                    from == to
                        ? "An update to %d requests per second was sent again: nobody can see whether the last one worked."
                            .formatted(to)
                        : "An update was started: minProvisionedTPS %d -> %d."
                            .formatted(from, to))))
        .dueBy(plan.neededBy(from == to ? 0 : from).orElse(Instant.MAX));
  }
}
