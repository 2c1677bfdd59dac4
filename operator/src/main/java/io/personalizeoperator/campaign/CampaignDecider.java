package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.SpikeOccurrence;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Step;
import io.personalizeoperator.spike.SpikeProblem;
import io.personalizeoperator.spike.SpikeWindow;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a campaign wants: the promoted version of its solution, or a pinned one, with its capacity
 * and configuration; one merged update at a time.
 */
final class CampaignDecider implements KindDecider<Campaign, CampaignDetails> {
  private final CapacityRules rules;

  CampaignDecider(CapacityRules rules) {
    this.rules = rules;
  }

  @Override
  public String noun() {
    return "campaign";
  }

  @Override
  public List<ParentReference> references(Campaign resource) {
    CampaignSpec spec = resource.getSpec();
    return spec.solutionRef() == null
        ? List.of()
        : List.of(ParentReference.of(Solution.class, spec.solutionRef(), null));
  }

  @Override
  public Optional<String> group(Campaign resource, List<Parent> parents) {
    return Optional.of("campaign/" + resource.awsName());
  }

  @Override
  public Optional<RemoteResource<CampaignDetails>> current(
      Observed<Campaign, CampaignDetails> observed) {
    return KindDecider.super.current(observed).map(live -> ReportedDetails.in(live, observed));
  }

  @Override
  public boolean needsDetails() {
    return true;
  }

  /** UpdateCampaign is allowed on a campaign that is CREATE FAILED (AWS: UpdateCampaign). */
  @Override
  public boolean isRepairableWhenFailed() {
    return true;
  }

  @Override
  public Optional<Verdict> waitsFor(Observed<Campaign, CampaignDetails> observed) {
    return version(observed).isPresent()
        ? Optional.empty()
        : Optional.of(
            Verdict.progressing(
                Reason.WaitingForSolution,
                "Solution %s has no promoted version yet."
                    .formatted(observed.resource().getSpec().solutionRef().name()),
                false));
  }

  private static Optional<String> version(Observed<Campaign, CampaignDetails> observed) {
    CampaignSpec spec = observed.resource().getSpec();
    if (spec.solutionVersionArn() != null) {
      return Optional.of(spec.solutionVersionArn());
    }
    return observed
        .parent(Solution.class)
        .resource()
        .map(Solution.class::cast)
        .map(Solution::getStatus)
        .filter(status -> status.promotedVersion() != null)
        .map(status -> status.promotedVersion().arn());
  }

  /**
   * The settings as they should be.
   *
   * @param serving the version that serves; it stays while a spike freezes rollouts, and where the
   *     solution has none to follow; null for a campaign that does not serve yet
   */
  private CampaignSettings wanted(
      Observed<Campaign, CampaignDetails> observed, CapacityPlan plan, String serving) {
    CampaignSpec spec = observed.resource().getSpec();
    boolean stays = serving != null && spec.solutionRef() != null && plan.isFrozen();
    String version = stays ? serving : version(observed).orElse(serving);
    return CampaignSettings.of(version, plan.wanted(), spec.config());
  }

  private CapacityPlan plan(Observed<Campaign, CampaignDetails> observed) {
    CampaignStatus before = observed.resource().getStatus();
    return CapacityPlan.of(
        observed.resource().getSpec(),
        before,
        UpdateHistory.after(before, current(observed).map(RemoteResource::details)).durations(),
        rules,
        observed.now());
  }

  @Override
  public PersonalizeRequest create(Observed<Campaign, CampaignDetails> observed, List<Tag> tags) {
    return wanted(observed, plan(observed), null).create(observed.resource().awsName(), tags);
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteCampaignRequest.builder().campaignArn(arn).build());
  }

  @Override
  public Drift drift(
      Observed<Campaign, CampaignDetails> observed, RemoteResource<CampaignDetails> live) {
    CapacityPlan plan = plan(observed);
    CampaignSettings serving = live.hasFailed() ? null : live.details().serving();
    CampaignSettings wanted =
        wanted(observed, plan, serving == null ? null : serving.solutionVersionArn());
    return new CampaignDrift(observed, live, plan, wanted).decide(changedByOthers(observed, plan));
  }

  /** All was in force as it is wanted now: what differs is not the manifest's doing. */
  private boolean changedByOthers(Observed<Campaign, CampaignDetails> observed, CapacityPlan plan) {
    CampaignStatus before = observed.resource().getStatus();
    return isAsApplied(observed, plan)
        && Objects.equals(before.applied().generation(), observed.generation());
  }

  @Override
  public boolean isAsApplied(Observed<Campaign, CampaignDetails> observed) {
    return isAsApplied(observed, plan(observed));
  }

  private boolean isAsApplied(Observed<Campaign, CampaignDetails> observed, CapacityPlan plan) {
    CampaignStatus before = observed.resource().getStatus();
    if (before == null || before.applied() == null) {
      return false;
    }
    AppliedSettings applied = before.applied();
    CampaignSettings wanted = wanted(observed, plan, applied.solutionVersionArn());
    return Objects.equals(wanted.solutionVersionArn(), applied.solutionVersionArn())
        && Objects.equals(wanted.minProvisionedTPS(), applied.minProvisionedTPS());
  }

  @Override
  public Optional<Instant> nextChange(Observed<Campaign, CampaignDetails> observed) {
    Instant nextMonth =
        YearMonth.from(observed.now().atZone(ZoneOffset.UTC))
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    return plan(observed).nextChange().filter(nextMonth::isAfter).or(() -> Optional.of(nextMonth));
  }

  /** The first start of a window whose capacity is neither there nor under way. */
  @Override
  public Instant neededBy(Observed<Campaign, CampaignDetails> observed) {
    int soon =
        current(observed)
            .filter(RemoteResource::isActive)
            .map(live -> live.details() == null ? reportedTps(observed) : live.details().tpsSoon())
            .orElse(0);
    return plan(observed).neededBy(soon).orElse(Instant.MAX);
  }

  private static int reportedTps(Observed<Campaign, CampaignDetails> observed) {
    return ReportedDetails.tpsSoon(observed.resource().getStatus());
  }

  /** The start of the window that the capacity is for at that time. */
  @Override
  public Instant neededBy(CommonStatus status, Instant at) {
    List<SpikeOccurrence> windows =
        status instanceof CampaignStatus campaign && campaign.spikes() != null
            ? campaign.spikes()
            : List.of();
    return windows.stream()
        .filter(window -> !window.raise().isAfter(at) && window.end().isAfter(at))
        .map(SpikeOccurrence::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  @Override
  public Step whenActive(
      Observed<Campaign, CampaignDetails> observed, RemoteResource<CampaignDetails> live) {
    CapacityPlan plan = plan(observed);
    if (!plan.problems().isEmpty()) {
      return Step.rest(
          Verdict.stalled(
              Reason.InvalidSpike,
              plan.problems().stream().map(SpikeProblem::message).collect(Collectors.joining("; "))
                  + ". The last spikes without a mistake stay in force.",
              true));
    }
    return Step.rest(
        stillReported(observed, live)
            .or(() -> frozen(observed, plan))
            .orElse(
                Verdict.settled(
                    Reason.Active,
                    plan.isCapped()
                        ? "The campaign is ACTIVE. The maximum of minProvisionedTPS takes something"
                            + " off the base or a spike: see maximumMinProvisionedTPS."
                        : "The campaign is ACTIVE.")));
  }

  /** Nothing has changed since a difference was left, which is known from the status alone. */
  private static Optional<Verdict> stillReported(
      Observed<Campaign, CampaignDetails> observed, RemoteResource<CampaignDetails> live) {
    return Conditions.find(observed.before().conditions(), Conditions.READY)
        .filter(ready -> live.details() == null)
        .filter(ready -> ready.reason().equals(Reason.DriftReported.name()))
        .map(ready -> Verdict.settled(Reason.DriftReported, ready.message()));
  }

  private static Optional<Verdict> frozen(
      Observed<Campaign, CampaignDetails> observed, CapacityPlan plan) {
    CampaignStatus before = observed.resource().getStatus();
    String serving = before == null ? null : before.solutionVersionArn();
    return version(observed)
        .filter(promoted -> serving != null && !promoted.equals(serving))
        .filter(promoted -> plan.isFrozen() && observed.resource().getSpec().solutionRef() != null)
        .flatMap(promoted -> plan.active().map(window -> frozen(promoted, window, plan.thaw())));
  }

  private static Verdict frozen(String promoted, SpikeWindow window, Optional<Instant> thaw) {
    return Verdict.settled(
        Reason.RolloutFrozen,
        "Version %s waits for the end of spike %s; it is rolled out %s."
            .formatted(
                CampaignSettings.shortOf(promoted),
                window.spike(),
                thaw.map(at -> "at " + at)
                    .orElse(
                        "when there is a gap between windows; to not wait for one, set"
                            + " rolloutsDuringSpikes: Allow")));
  }

  @Override
  public CommonStatus status(
      Observed<Campaign, CampaignDetails> observed,
      LifecycleStatus common,
      Optional<RemoteResource<CampaignDetails>> live) {
    CapacityPlan plan = plan(observed);
    String serving =
        live.map(RemoteResource::details)
            .map(CampaignDetails::serving)
            .map(CampaignSettings::solutionVersionArn)
            .orElse(null);
    return new CampaignReport(observed, plan, live, common)
        .write(common, wanted(observed, plan, serving), rules.pricePerTpsHour());
  }

  @Override
  public List<Notice> news(Observed<Campaign, CampaignDetails> observed, CommonStatus next) {
    return SpikeNews.between(
        observed.resource().getStatus(), (CampaignStatus) next, observed.now());
  }
}
