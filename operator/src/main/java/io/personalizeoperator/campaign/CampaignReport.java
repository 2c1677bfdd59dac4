package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.CampaignUpdateStatus;
import io.personalizeoperator.api.campaign.CostStatus;
import io.personalizeoperator.api.campaign.LongerLead;
import io.personalizeoperator.api.campaign.NextSpike;
import io.personalizeoperator.api.campaign.SpikeCostStatus;
import io.personalizeoperator.api.campaign.SpikeInForce;
import io.personalizeoperator.api.campaign.SpikeOccurrence;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.schedule.DurationText;
import io.personalizeoperator.spike.CapacityCost;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeWindow;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** Writes a campaign's status from what was observed and planned. */
final class CampaignReport {
  private static final double HUNDREDTHS = 100;

  private final Observed<Campaign, CampaignDetails> observed;
  private final CapacityPlan plan;
  private final FailedChanges failed;
  private final Report report;
  private final CampaignStatus before;
  private final Optional<RemoteResource<CampaignDetails>> ours;
  private final Optional<CampaignDetails> details;

  CampaignReport(
      Observed<Campaign, CampaignDetails> observed,
      CapacityPlan plan,
      FailedChanges failed,
      Report report) {
    this.observed = observed;
    this.plan = plan;
    this.failed = failed;
    this.report = report;
    this.before = observed.resource().getStatus();
    this.ours = observed.live().filter(l -> l.arn().equals(report.common().arn()));
    this.details = ours.map(RemoteResource::details);
  }

  CampaignStatus write(CampaignSettings wanted, WantedVersion followed, OptionalDouble price) {
    String version =
        serving(CampaignSettings::solutionVersionArn, CampaignStatus::solutionVersionArn);
    Integer tps = serving(CampaignSettings::minProvisionedTPS, CampaignStatus::minProvisionedTPS);
    CapacityReport capacity =
        CapacityReport.of(ours, tps, plan, refusedCapacity(), report.verdict());
    UpdateHistory history = UpdateHistory.after(before, details);
    int desired = plan.wanted();
    return new CampaignStatus(
        with(capacity),
        version,
        CampaignSettings.shortOf(version),
        tps,
        desired,
        latestUpdate(),
        (tps == null ? "-" : tps) + "/" + desired,
        spikeColumn(),
        plan.active().map(SpikeWindow::spike).orElse(null),
        plan.next().map(w -> new NextSpike(w.spike(), w.start())).orElse(null),
        orNull(plan.upcoming().stream().map(CampaignReport::occurrence).toList()),
        orNull(plan.calendar().over(observed.now())),
        orNull(plan.spikes().stream().map(SpikeInForce::of).toList()),
        capacity.late(plan, before),
        history.seconds(),
        orNull(
            plan.calendar().longerLeads(observed.now(), history.durations()).stream()
                .map(CampaignReport::longer)
                .toList()),
        history.failures() == 0 || isInForce(wanted) ? null : history.failures(),
        failed.reported(wanted, followed.newest(), details.map(CampaignDetails::serving)),
        followed.deployed(isInForce(wanted) || isBeingCreated()),
        applied(wanted),
        cost(price));
  }

  private Optional<Attempt> refusedCapacity() {
    return observed.attempts().of(Action.Update.class, observed.generation()).stream()
        .filter(
            attempt ->
                ((UpdateCampaignRequest) attempt.action().content()).minProvisionedTPS() != null)
        .filter(attempt -> !UnreadCapacity.isAnswerToARepeat(attempt, before))
        .findFirst();
  }

  /** Nothing serves while the campaign is gone, or is there and not ACTIVE. */
  private <V> @Nullable V serving(
      Function<CampaignSettings, @Nullable V> live,
      Function<CampaignStatus, @Nullable V> reported) {
    boolean nothingServes =
        ours.map(l -> !l.isActive()).orElse(observed.snapshot().confirmedAbsent());
    return nothingServes
        ? null
        : details
            .map(CampaignDetails::serving)
            .map(live)
            .orElse(before == null ? null : reported.apply(before));
  }

  private LifecycleStatus with(CapacityReport capacity) {
    List<Condition> known = observed.before().conditions();
    List<Condition> all = new ArrayList<>(report.common().conditions());
    all.add(capacity.condition(known, observed.generation(), observed.now()));
    all.add(
        Conditions.activity(
            known,
            Reason.Updating,
            details
                .filter(CampaignDetails::isBeingUpdated)
                .map(CampaignUpdates::underWay)
                .or(() -> report.activity(Reason.Updating)),
            "No update is under way.",
            observed.generation(),
            observed.now()));
    return report.common().withConditions(all);
  }

  private boolean isBeingCreated() {
    return ours.filter(RemoteResource::isInTransition).isPresent();
  }

  private @Nullable String spikeColumn() {
    return plan.active()
        .map(window -> window.spike() + " until " + window.end())
        .or(() -> plan.next().map(window -> window.spike() + " " + window.start()))
        .orElse(null);
  }

  private @Nullable CampaignUpdateStatus latestUpdate() {
    return new UpdateReport(observed, ours).write();
  }

  private static SpikeOccurrence occurrence(SpikeWindow window) {
    return new SpikeOccurrence(
        window.spike(), window.raise(), window.start(), window.end(), window.minProvisionedTPS());
  }

  private static LongerLead longer(SpikeCalendar.LongerLead longer) {
    return new LongerLead(
        longer.spike(), DurationText.format(longer.asked()), DurationText.format(longer.lead()));
  }

  /** What is wanted, once it is in force and nothing is under way. */
  private @Nullable AppliedSettings applied(CampaignSettings wanted) {
    return isInForce(wanted)
        ? new AppliedSettings(
            observed.generation(), wanted.solutionVersionArn(), wanted.minProvisionedTPS())
        : before == null || isOnItsWayElsewhere(wanted) ? null : before.applied();
  }

  /**
   * Whether an update is under way while something else is wanted than was in force: what comes of
   * it is not somebody else's change, also when by then the same is wanted again.
   */
  private boolean isOnItsWayElsewhere(CampaignSettings wanted) {
    AppliedSettings last = before.applied();
    return last != null
        && details.filter(CampaignDetails::isBeingUpdated).isPresent()
        && !(Objects.equals(wanted.solutionVersionArn(), last.solutionVersionArn())
            && Objects.equals(wanted.minProvisionedTPS(), last.minProvisionedTPS()));
  }

  private boolean isInForce(CampaignSettings wanted) {
    return ours.filter(RemoteResource::isActive).isPresent()
        && details
            .filter(d -> !d.isBeingUpdated())
            .map(CampaignDetails::serving)
            .filter(serving -> wanted.differencesTo(serving).isEmpty())
            .isPresent();
  }

  private CostStatus cost(OptionalDouble price) {
    CapacityCost cost = plan.cost();
    return new CostStatus(
        cost.month().toString(),
        rounded(cost.tpsHours()),
        price.isPresent() ? Double.valueOf(rounded(cost.tpsHours() * price.getAsDouble())) : null,
        orNull(
            cost.spikes().stream()
                .map(s -> new SpikeCostStatus(s.spike(), rounded(s.tpsHours())))
                .toList()));
  }

  private static double rounded(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
