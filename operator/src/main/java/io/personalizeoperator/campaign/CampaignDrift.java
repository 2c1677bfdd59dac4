package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.DriftPolicy;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * In what a campaign differs from what is wanted, and which one update sets that right.
 *
 * @param observed what the decision is made from
 * @param live the campaign in AWS, with its details
 * @param plan the capacity that is wanted
 * @param wanted all settings that are wanted
 */
record CampaignDrift(
    Observed<Campaign, CampaignDetails> observed,
    RemoteResource<CampaignDetails> live,
    CapacityPlan plan,
    CampaignSettings wanted) {
  private static final Duration TIME_TO_REPORT = Duration.ofSeconds(1);

  /**
   * Says what to do.
   *
   * @param changedByOthers whether a difference comes from somebody else's change in AWS
   */
  Drift decide(boolean changedByOthers) {
    CampaignDetails details = live.details();
    LatestUpdate update = details.update();
    if (update != null && update.isUnderWay()) {
      return new Drift.UpdateUnderWay(
          "An update is %s; the campaign serves as before meanwhile.".formatted(update.status()));
    }
    if (live.hasFailed()) {
      return repairOfFailure();
    }
    List<String> differences = wanted.differencesTo(details.serving());
    if (differences.isEmpty()) {
      return Drift.NONE;
    }
    String what = String.join(", ", differences);
    if (changedByOthers && observed.resource().getSpec().driftPolicy() == DriftPolicy.Report) {
      // A mistake in the list of spikes is what the status has to tell first.
      return plan.problems().isEmpty() ? new Drift.Left(what) : Drift.NONE;
    }
    Drift send =
        new Drift.Repairable(
            wanted.update(live.arn()), what, Optional.of(notice(what, changedByOthers)));
    boolean askedFor = update != null && wanted.differencesTo(details.requested()).isEmpty();
    if (!askedFor) {
      return send;
    }
    return update.hasFailed() ? afterFailure(update, send) : new Drift.NotKept(what);
  }

  /**
   * The same is sent again after a pause. A failure that was noticed when the pause was over is
   * reported first all the same: else nobody would be told, and the next pause would not be longer.
   */
  private Drift afterFailure(LatestUpdate update, Drift send) {
    CampaignStatus before = observed.resource().getStatus();
    Duration pause = UpdateHistory.after(before, Optional.of(live.details())).pause();
    if (!UpdateHistory.isReported(before, update)) {
      Duration toReport =
          Duration.between(update.lastUpdated(), observed.now()).plus(TIME_TO_REPORT);
      pause = pause.compareTo(toReport) > 0 ? pause : toReport;
    }
    return Drift.afterFailure(update, pause, observed.now(), send);
  }

  private Notice notice(String what, boolean changedByOthers) {
    if (changedByOthers) {
      return Notice.warning("DriftCorrected", "It is being set right in AWS: " + what + ".");
    }
    Integer serving = live.details().serving().minProvisionedTPS();
    boolean raised = serving == null || wanted.minProvisionedTPS() > serving;
    return plan.active()
        .filter(window -> raised)
        .map(
            window ->
                Notice.normal(
                    "SpikeCapacityRequested",
                    "For spike %s, which starts at %s: %s."
                        .formatted(window.spike(), window.start(), what)))
        .orElseGet(() -> Notice.normal("Updated", "An update was started: " + what + "."));
  }

  /** A campaign whose creation failed is updated: at once to new settings, else after a while. */
  private Drift repairOfFailure() {
    LatestUpdate update = live.details().update();
    CampaignSettings tried = update == null ? live.details().serving() : live.details().requested();
    Drift send =
        new Drift.Repairable(wanted.update(live.arn()), "the failed creation is tried again");
    LatestUpdate failure =
        update != null
            ? update
            : new LatestUpdate(
                live.status(), live.summary().failureReason(), null, live.summary().lastUpdated());
    return wanted.differencesTo(tried).isEmpty()
        ? Drift.afterFailure(failure, Drift.RETRY_AFTER, observed.now(), send)
        : send;
  }
}
