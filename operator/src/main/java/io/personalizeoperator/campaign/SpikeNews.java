package io.personalizeoperator.campaign;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.LateSpike;
import io.personalizeoperator.api.campaign.LongerLead;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Events of spikes, each once, when the status begins to show it. */
final class SpikeNews {
  private SpikeNews() {}

  static List<Notice> between(@Nullable CampaignStatus before, CampaignStatus next, Instant now) {
    List<Notice> news = new ArrayList<>();
    LateSpike wasLate = before == null ? null : before.lateSpike();
    LateSpike late = next.lateSpike();
    boolean ready = CapacityReport.wasReady(next);
    if (late != null && !late.equals(wasLate)) {
      news.add(
          Notice.warning(
              "SpikeCapacityLate",
              "Spike %s started at %s without its capacity: %s, %s are wanted."
                  .formatted(
                      late.name(),
                      late.start(),
                      next.minProvisionedTPS() == null
                          ? "the campaign does not serve yet"
                          : next.minProvisionedTPS() + " requests per second are provisioned",
                      next.desiredMinProvisionedTPS())));
    }
    if (next.activeSpike() != null && ready && !CapacityReport.wasReady(before)) {
      news.add(ready(next, wasLate, now));
    }
    if (before != null
        && before.activeSpike() != null
        && !Objects.equals(before.activeSpike(), next.activeSpike())) {
      news.add(
          Notice.normal(
              "SpikeOver",
              "Spike %s no longer sets the capacity; %s requests per second are wanted now."
                  .formatted(before.activeSpike(), next.desiredMinProvisionedTPS())));
    }
    news.addAll(longerLeads(before, next));
    news.addAll(frozen(before, next));
    return List.copyOf(news);
  }

  private static Notice ready(CampaignStatus next, @Nullable LateSpike wasLate, Instant now) {
    String what =
        "%s requests per second are provisioned for spike %s"
            .formatted(next.minProvisionedTPS(), next.activeSpike());
    return Notice.normal(
        "SpikeCapacityReady",
        wasLate == null
            ? what + "."
            : what
                + ", %d s after its start."
                    .formatted(Duration.between(wasLate.start(), now).toSeconds()));
  }

  private static List<Notice> longerLeads(@Nullable CampaignStatus before, CampaignStatus next) {
    List<LongerLead> told =
        before == null || before.longerLeads() == null ? List.of() : before.longerLeads();
    List<LongerLead> all = next.longerLeads() == null ? List.of() : next.longerLeads();
    return all.stream()
        .filter(longer -> !told.contains(longer))
        .map(
            longer ->
                Notice.normal(
                    "SpikeLeadExtended",
                    "Spike %s is raised %s before its start instead of %s because recent updates took longer."
                        .formatted(longer.name(), longer.lead(), longer.leadTime())))
        .toList();
  }

  private static List<Notice> frozen(@Nullable CampaignStatus before, CampaignStatus next) {
    boolean was = before != null && frozen(before).isPresent();
    return frozen(next)
        .filter(is -> !was)
        .map(is -> Notice.normal("RolloutFrozen", is.message()))
        .stream()
        .toList();
  }

  private static Optional<Condition> frozen(CampaignStatus status) {
    return Optional.ofNullable(status.lifecycle())
        .flatMap(lifecycle -> Conditions.find(lifecycle.conditions(), Conditions.READY))
        .filter(ready -> ready.reason().equals(Reason.RolloutFrozen.name()));
  }
}
