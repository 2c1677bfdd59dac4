package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.LateSpike;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.spike.SpikeWindow;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the wanted capacity is there, and since when not.
 *
 * @param ready whether at least the wanted capacity is provisioned
 * @param reason why, in one word
 * @param message why, in a sentence
 */
record CapacityReport(boolean ready, Reason reason, String message) {
  /** Type of the condition. */
  static final String CAPACITY_READY = "CapacityReady";

  /**
   * Looks at a campaign as it is.
   *
   * @param live the campaign, if there is one that is ours
   * @param servingTps requests per second that are provisioned now, if known
   * @param plan what is wanted
   * @param refused the last update of the capacity that AWS refused, if none has worked since
   * @param whole how the campaign stands as a whole
   */
  static CapacityReport of(
      Optional<RemoteResource<CampaignDetails>> live,
      @Nullable Integer servingTps,
      CapacityPlan plan,
      Optional<Attempt> refused,
      Verdict whole) {
    int wanted = plan.wanted();
    if (live.filter(RemoteResource::isActive).isEmpty() || servingTps == null) {
      return new CapacityReport(
          false, Reason.WaitingForCampaign, "The campaign is not ACTIVE yet.");
    }
    CampaignDetails details = live.get().details();
    CampaignSettings requested =
        details != null && details.isBeingUpdated() ? details.requested() : null;
    boolean staysReady = requested == null || requested.tps() >= wanted;
    if (servingTps >= wanted && staysReady) {
      return new CapacityReport(
          true,
          Reason.CapacityProvisioned,
          "%d requests per second are provisioned, %d are wanted.".formatted(servingTps, wanted));
    }
    if (requested != null) {
      return new CapacityReport(
          false,
          Reason.UpdateInProgress,
          "An update to %d requests per second is under way; %d are provisioned, %d are wanted."
              .formatted(requested.tps(), servingTps, wanted));
    }
    return refused
        .filter(failed -> isNewerThan(details, failed))
        .map(Attempt::failure)
        .map(CapacityReport::refused)
        .orElseGet(() -> behind(details, servingTps, wanted, whole));
  }

  /** A refusal says nothing of an update that AWS has taken since. */
  private static boolean isNewerThan(@Nullable CampaignDetails details, Attempt failed) {
    return details == null
        || details.update() == null
        || details.update().lastUpdated() == null
        || failed.at().isAfter(details.update().lastUpdated());
  }

  private static CapacityReport refused(AwsFailure failure) {
    return new CapacityReport(
        false,
        failure.isQuota() ? Reason.QuotaExceeded : Reason.UpdateFailed,
        Sentences.ofAws(failure.message()));
  }

  private static CapacityReport behind(
      @Nullable CampaignDetails details, int serving, int wanted, Verdict whole) {
    LatestUpdate update = details == null ? null : details.update();
    if (update != null && update.hasFailed()) {
      return new CapacityReport(
          false,
          Reason.UpdateFailed,
          "The last update failed: %s %d requests per second are provisioned, %d are wanted."
              .formatted(Sentences.ofAws(update.failureReason()), serving, wanted));
    }
    String howMany =
        "%d requests per second are provisioned, %d are wanted.".formatted(serving, wanted);
    // Nobody is at work on it for the reason that the campaign as a whole gives, such as Suspended.
    return whole.isUnderWay()
        ? new CapacityReport(false, Reason.UpdateInProgress, howMany)
        : new CapacityReport(false, whole.reason(), howMany + " " + whole.message());
  }

  /** The condition; its lastTransitionTime moves only with its status. */
  Condition condition(List<Condition> before, long generation, Instant now) {
    return Conditions.one(
        before,
        CAPACITY_READY,
        ready ? ConditionStatus.True : ConditionStatus.False,
        reason,
        message,
        generation,
        now);
  }

  /** The active window that has started without its capacity; none once it is there or over. */
  @Nullable LateSpike late(CapacityPlan plan, @Nullable CampaignStatus before) {
    return ready
        ? null
        : plan.active()
            .filter(window -> window.hasStarted(plan.now()))
            .filter(window -> !hadCapacity(window, before))
            .map(CapacityReport::late)
            .orElse(null);
  }

  /** Whether the capacity was there and is lost, or is now asked for in the window's middle. */
  private static boolean hadCapacity(SpikeWindow window, @Nullable CampaignStatus before) {
    if (before == null
        || before.lateSpike() != null
        || !window.spike().equals(before.activeSpike())) {
      return false;
    }
    return wasReady(before)
        || Optional.ofNullable(before.lifecycle())
            .flatMap(lifecycle -> Conditions.find(lifecycle.conditions(), CAPACITY_READY))
            .filter(lost -> !lost.lastTransitionTime().isBefore(window.start()))
            .isPresent();
  }

  private static LateSpike late(SpikeWindow window) {
    return new LateSpike(window.spike(), window.start());
  }

  /** Whether a status says that the capacity is there. */
  static boolean wasReady(@Nullable CampaignStatus status) {
    return status != null
        && status.lifecycle() != null
        && Conditions.isTrue(status.lifecycle().conditions(), CAPACITY_READY);
  }
}
