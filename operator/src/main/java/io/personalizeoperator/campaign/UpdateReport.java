package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Observed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest update, for the status. AWS says when it was sent; while the campaign cannot be
 * described the operator's own time has to do, so that {@link UnreadCapacity} knows for how long
 * nobody has seen what became of it.
 *
 * @param observed what the pass observed
 * @param ours the campaign, if there is one that is ours
 */
record UpdateReport(
    Observed<Campaign, CampaignDetails> observed, Optional<RemoteResource<CampaignDetails>> ours) {

  @Nullable CampaignUpdateStatus write() {
    Optional<CampaignDetails> details = ours.map(RemoteResource::details);
    return details.isPresent() ? of(details.get()) : dated(before());
  }

  private @Nullable CampaignUpdateStatus before() {
    CampaignStatus before = observed.resource().getStatus();
    return before == null ? null : before.latestUpdate();
  }

  private @Nullable CampaignUpdateStatus of(CampaignDetails details) {
    LatestUpdate update = details.update();
    CampaignSettings requested = details.requested();
    return update == null || requested == null
        ? null
        : dated(
            new CampaignUpdateStatus(
                update.status(),
                requested.solutionVersionArn(),
                requested.minProvisionedTPS(),
                update.created(),
                update.failureReason()));
  }

  private @Nullable CampaignUpdateStatus dated(@Nullable CampaignUpdateStatus update) {
    if (update == null || update.created() != null || !Transition.isUnderWay(update.status())) {
      return update;
    }
    boolean isUnreadable =
        ours.filter(live -> live.unreadable().isPresent() || readFailed(live)).isPresent();
    return isUnreadable
        ? new CampaignUpdateStatus(
            update.status(),
            update.solutionVersionArn(),
            update.minProvisionedTPS(),
            sent(update),
            update.failureReason())
        : update;
  }

  private boolean readFailed(RemoteResource<CampaignDetails> live) {
    return observed.attempts().of(new Action.ReadDetails(live.arn()).key()).isPresent();
  }

  private Instant sent(CampaignUpdateStatus update) {
    CampaignUpdateStatus before = before();
    boolean isNew =
        observed.outcomes().stream()
            .anyMatch(outcome -> outcome.isDone() && outcome.action() instanceof Action.Update);
    boolean isKnown =
        before != null
            && before.created() != null
            && Objects.equals(before.minProvisionedTPS(), update.minProvisionedTPS());
    return !isNew && isKnown
        ? Objects.requireNonNull(Objects.requireNonNull(before).created())
        : observed.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
