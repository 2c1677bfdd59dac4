package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.spike.LearnedLeadTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the last updates of a campaign went, as far as its status shows: each update counts once.
 *
 * @param durations how long the last ones took
 * @param failures how many have failed since the last success
 */
record UpdateHistory(LearnedLeadTime durations, int failures) {
  /** As reported; nothing before the first report. */
  static UpdateHistory of(@Nullable CampaignStatus before) {
    if (before == null) {
      return new UpdateHistory(LearnedLeadTime.NONE, 0);
    }
    List<Long> seconds = before.updateSeconds() == null ? List.of() : before.updateSeconds();
    return new UpdateHistory(
        new LearnedLeadTime(seconds.stream().map(Duration::ofSeconds).toList()),
        before.failedUpdates() == null ? 0 : before.failedUpdates());
  }

  /** With the latest update, if it has come to an end that is not in the status yet. */
  static UpdateHistory after(@Nullable CampaignStatus before, Optional<CampaignDetails> details) {
    UpdateHistory history = of(before);
    return details
        .map(CampaignDetails::update)
        .filter(update -> !update.isUnderWay() && !isReported(before, update))
        .map(update -> history.with(update, before != null && before.activeSpike() != null))
        .orElse(history);
  }

  /** Whether the end of an update is in the status already, and so counted. */
  static boolean isReported(@Nullable CampaignStatus before, LatestUpdate update) {
    CampaignUpdateStatus last = before == null ? null : before.latestUpdate();
    return update.created() == null
        || (last != null
            && update.created().equals(last.created())
            && !Transition.isUnderWay(last.status()));
  }

  private UpdateHistory with(LatestUpdate update, boolean inWindow) {
    if (update.hasFailed()) {
      return new UpdateHistory(durations, failures + 1);
    }
    Duration took = Duration.between(update.created(), update.lastUpdated());
    return new UpdateHistory(
        inWindow ? durations.plusKeepingLongest(took) : durations.plus(took), 0);
  }

  /** For the status: seconds, or nothing. */
  @Nullable List<Long> seconds() {
    return durations.lastUpdates().isEmpty()
        ? null
        : durations.lastUpdates().stream().map(Duration::toSeconds).toList();
  }
}
