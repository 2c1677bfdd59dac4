package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a spike's capacity before a campaign is left in AWS ({@code deletionPolicy: Retain}):
 * nobody would lower it at the end of the window, and it is paid for by the hour. What AWS refuses
 * for good does not keep the custom resource from being deleted; that is told.
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
    if (details == null) {
      return Optional.of(isUnreadable(live) ? lowering(live) : reading(live));
    }
    if (isAtBase(details)) {
      return Optional.empty();
    }
    return Optional.of(
        !details.isBeingUpdated()
            ? lowering(live)
            : isUnreadable(live)
                ? afterUnseenUpdate(live, details)
                : Finding.rest(
                    Concern.DELETION,
                    releasing(
                        CampaignUpdates.underWay(details)
                            + " The operator releases the campaign after that.")));
  }

  private static Finding reading(RemoteResource<CampaignDetails> live) {
    return Finding.act(
        Concern.DELETION,
        releasing("Reading the capacity, to lower it before the campaign is released."),
        new Action.ReadDetails(live.arn()));
  }

  /**
   * Nobody can see the end of an update. One to the base has to do. After another one the campaign
   * is lowered: AWS refuses that until the other has ended, and the operator retries it.
   */
  private Finding afterUnseenUpdate(RemoteResource<CampaignDetails> live, CampaignDetails details) {
    return isBase(Objects.requireNonNull(details.requested()).minProvisionedTPS())
        ? released(
            "%s may keep the capacity of a spike: an update %s was sent, and the operator cannot read whether it worked. Check it in AWS."
                .formatted(live.arn(), toBase()))
        : lowering(live);
  }

  private boolean isAtBase(CampaignDetails details) {
    CampaignSettings serving = details.serving();
    return !details.isBeingUpdated() && serving != null && isBase(serving.minProvisionedTPS());
  }

  /** What AWS leaves out is not taken for little. */
  private boolean isBase(@Nullable Integer tps) {
    return tps != null && tps <= plan.base();
  }

  /** Whether a person has to do something before it can be read; else it is read again soon. */
  private boolean isUnreadable(RemoteResource<CampaignDetails> live) {
    return Stream.concat(
            live.unreadable().stream(),
            observed.attempts().of(new Action.ReadDetails(live.arn()).key()).stream()
                .map(Attempt::failure))
        .anyMatch(failure -> failure.kind() == FailureClass.NEEDS_USER);
  }

  private String toBase() {
    return "to %d requests per second".formatted(plan.base());
  }

  private Finding lowering(RemoteResource<CampaignDetails> live) {
    CampaignSettings base = new CampaignSettings(null, plan.base(), null);
    Action lower =
        new Action.Update(
            live.arn(),
            base.update(live.arn(), EnumSet.of(CampaignPart.MinProvisionedTPS)),
            Notice.normal("Updated", "An update was started, back " + toBase() + "."));
    if (hasFailed(lower, live)) {
      boolean isSeen =
          Optional.ofNullable(live.details())
              .map(CampaignDetails::serving)
              .map(CampaignSettings::minProvisionedTPS)
              .isPresent();
      return released(
          (isSeen
                  ? "%s keeps the capacity of a spike, because it could not be lowered %s: lower it in AWS."
                  : "%s may keep the capacity of a spike, because it could neither be read nor lowered %s: check it in AWS, and lower it there.")
              .formatted(live.arn(), toBase()));
    }
    return Finding.act(
        Concern.DELETION,
        releasing("The capacity is lowered " + toBase() + " before the campaign is released."),
        lower);
  }

  private static Finding released(String warning) {
    return Finding.act(
            Concern.DELETION,
            releasing("It stays in Amazon Personalize."),
            new Action.RemoveFinalizer())
        .telling(Notice.warning("NotLowered", warning));
  }

  /**
   * AWS refuses it until a person does something, or has taken it since the deletion and failed.
   */
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
            && isSinceDeletion(details.update())
            && Objects.requireNonNull(details.requested()).tps() == plan.base());
  }

  private boolean isSinceDeletion(LatestUpdate update) {
    Instant sent = update.created();
    String deleted = observed.resource().getMetadata().getDeletionTimestamp();
    return sent != null && deleted != null && !sent.isBefore(Instant.parse(deleted));
  }

  private static Verdict releasing(String message) {
    return Verdict.progressing(Reason.Deleting, message, false);
  }
}
