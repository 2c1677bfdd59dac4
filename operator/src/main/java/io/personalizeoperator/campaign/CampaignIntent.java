package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.campaign.AppliedSettings;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.DriftPolicy;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.spike.SpikeProblem;
import io.personalizeoperator.spike.SpikeWindow;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a campaign wants in one pass: the promoted version of its solution, or a pinned one, with
 * its capacity and configuration.
 *
 * @param observed what the pass observed
 * @param plan the capacity that is wanted
 * @param failed the parts whose last update failed
 * @param price price of a TPS-hour, if costs are to be shown in money
 */
record CampaignIntent(
    Observed<Campaign, CampaignDetails> observed,
    CapacityPlan plan,
    FailedChanges failed,
    OptionalDouble price)
    implements Intent<CampaignDetails> {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

  static CampaignIntent of(Observed<Campaign, CampaignDetails> observed, CapacityPlanner planner) {
    CampaignStatus before = observed.resource().getStatus();
    Optional<CampaignDetails> details = observed.live().map(RemoteResource::details);
    CampaignSpec spec = observed.resource().getSpec();
    return new CampaignIntent(
        observed,
        planner.plan(
            spec, before, UpdateHistory.after(before, details).durations(), observed.now()),
        FailedChanges.after(before, details),
        planner.rules().pricePerTpsHour());
  }

  private CampaignSpec spec() {
    return observed.resource().getSpec();
  }

  private CampaignStatus before() {
    return observed.resource().getStatus();
  }

  @Override
  public Optional<Verdict> waitsFor() {
    return newest().isPresent()
        ? Optional.empty()
        : Optional.of(
            Verdict.progressing(
                Reason.WaitingForSolution,
                "Solution %s has no promoted version yet."
                    .formatted(Objects.requireNonNull(spec().solutionRef()).name()),
                false));
  }

  /** The pinned version, or the one that the solution has promoted. */
  private Optional<String> newest() {
    if (spec().solutionVersionArn() != null) {
      return Optional.of(spec().solutionVersionArn());
    }
    return observed
        .parent(Solution.class)
        .resource()
        .map(Solution.class::cast)
        .map(Solution::getStatus)
        .map(SolutionStatus::promotedVersion)
        .map(PromotedVersion::arn);
  }

  private WantedVersion version() {
    return new WantedVersion(
        newest(),
        spec().solutionRef() != null && plan.freezing().isPresent(),
        before(),
        observed.live().map(RemoteResource::details));
  }

  /**
   * The settings as they should be.
   *
   * @param serving the version that serves; null for a campaign that does not serve yet
   */
  private CampaignSettings wanted(@Nullable String serving) {
    return CampaignSettings.of(version().after(serving), plan.wanted(), spec().config());
  }

  private CampaignSettings wantedOf(Optional<RemoteResource<CampaignDetails>> live) {
    return reset(
        wanted(
            live.filter(l -> !l.hasFailed())
                .map(RemoteResource::details)
                .map(CampaignDetails::serving)
                .map(CampaignSettings::solutionVersionArn)
                .orElse(null)),
        live);
  }

  /** With AWS's defaults for what is in force and not in the manifest. */
  private CampaignSettings reset(
      CampaignSettings wanted, Optional<RemoteResource<CampaignDetails>> live) {
    return wanted.resetting(
        live.map(RemoteResource::details).map(CampaignDetails::serving).orElse(null),
        ItemMetadata.of(observed).isOffByDefault());
  }

  @Override
  public PersonalizeRequest create(Revision<CampaignDetails> revision, List<Tag> tags) {
    return wanted(null).withTps(plan.wantedSoon()).create(observed.resource().awsName(), tags);
  }

  @Override
  public boolean isAsApplied() {
    AppliedSettings applied = before() == null ? null : before().applied();
    if (applied == null) {
      return false;
    }
    CampaignSettings wanted = wanted(applied.solutionVersionArn());
    return Objects.equals(wanted.solutionVersionArn(), applied.solutionVersionArn())
        && Objects.equals(wanted.minProvisionedTPS(), applied.minProvisionedTPS());
  }

  /** All was in force as it is wanted now: what differs is not the manifest's doing. */
  private boolean isChangedByOthers() {
    AppliedSettings applied = before() == null ? null : before().applied();
    return applied != null
        && isAsApplied()
        && Objects.equals(applied.generation(), observed.generation())
        && !isLeftFromAWindow();
  }

  /**
   * Whether the capacity is what a window wanted when the update was sent: the operator may have
   * been stopped before it could report that update, and return after the window.
   */
  private boolean isLeftFromAWindow() {
    return observed
        .live()
        .map(RemoteResource::details)
        .filter(details -> details.serving() != null && details.requested() != null)
        .filter(
            details -> {
              CampaignSettings serving = Objects.requireNonNull(details.serving());
              Set<CampaignPart> differing =
                  reset(wanted(serving.solutionVersionArn()), observed.live())
                      .partsDifferingFrom(serving);
              return differing.equals(Set.of(CampaignPart.MinProvisionedTPS))
                  && Objects.requireNonNull(details.requested()).tps() == serving.tps()
                  && wasWantedWhenSent(serving.tps(), Objects.requireNonNull(details.update()));
            })
        .isPresent();
  }

  /** AWS's clock may differ from the operator's. */
  private boolean wasWantedWhenSent(int tps, LatestUpdate update) {
    Instant sent = update.created();
    return sent != null
        && Stream.of(sent, sent.minus(CLOCKS_DIFFER_BY), sent.plus(CLOCKS_DIFFER_BY))
            .anyMatch(at -> plan.wanted(tps, at));
  }

  /** Whether an update now is the schedule's doing: the manifest was in force before. */
  private boolean isBySchedule() {
    return observed.isApplied() && !isChangedByOthers();
  }

  @Override
  public Optional<Instant> nextChange() {
    Instant newCost = CostMonth.next(observed.resource(), observed.now());
    return plan.nextChange().filter(newCost::isAfter).or(() -> Optional.of(newCost));
  }

  /** The first start of a window whose capacity is neither there nor under way. */
  @Override
  public Instant neededBy() {
    int soon =
        observed
            .live()
            .filter(RemoteResource::isActive)
            .map(
                live ->
                    live.details() == null
                        ? ReportedDetails.tpsSoon(before())
                        : live.details().tpsSoon())
            .orElse(0);
    return plan.neededBy(soon).orElse(Instant.MAX);
  }

  @Override
  public List<Finding> upkeep(Revision<CampaignDetails> revision) {
    RemoteResource<CampaignDetails> live = revision.present();
    List<Finding> all = new ArrayList<>();
    CampaignSettings wanted = wantedOf(Optional.of(live));
    UnreadCapacity unread =
        new UnreadCapacity(
            observed,
            live,
            plan,
            wanted,
            isChangedByOthers() && spec().driftPolicy() == DriftPolicy.Report);
    if (unread.holds()) {
      unread.look().ifPresent(all::add);
    } else if (live.details() != null) {
      all.addAll(
          new CampaignUpdates(
                  observed, live, plan, wanted, failed, isChangedByOthers(), isBySchedule())
              .look());
    }
    all.add(Finding.rest(Concern.POLICY, report(live)));
    return all;
  }

  private Verdict report(RemoteResource<CampaignDetails> live) {
    if (!plan.problems().isEmpty()) {
      return Verdict.stalled(
          Reason.InvalidSpike,
          plan.problems().stream().map(SpikeProblem::message).collect(Collectors.joining("; "))
              + ". The last valid list of spikes stays in force.",
          live.isActive());
    }
    return stillReported(live)
        .or(() -> failedRollout(live))
        .or(this::frozen)
        .or(() -> keptMetadata(live))
        .orElse(
            Verdict.settled(
                Reason.Active,
                "The campaign is ACTIVE."
                    + (plan.isCapped()
                        ? " The base or a spike is above the maximum of minProvisionedTPS and is"
                            + " capped: see maximumMinProvisionedTPS."
                        : "")
                    + aheadOfARaise(live)));
  }

  /** Capacity that an update has brought along, or that is not lowered, for a raise soon after. */
  private String aheadOfARaise(RemoteResource<CampaignDetails> live) {
    CampaignSettings serving = live.details() == null ? null : live.details().serving();
    return serving != null
            && plan.isRaiseNear()
            && serving.tps() > plan.wanted()
            && serving.tps() == plan.wantedSoon()
        ? " It has the capacity of the next spike already, because an update now would delay it."
        : "";
  }

  private Optional<Verdict> keptMetadata(RemoteResource<CampaignDetails> live) {
    return Optional.ofNullable(live.details())
        .filter(details -> !plan.isCapped() && details.serving() != null)
        .flatMap(
            details -> ItemMetadata.of(observed).kept(Objects.requireNonNull(details.serving())));
  }

  /** Nothing has changed since a difference was left, which is known from the status alone. */
  private Optional<Verdict> stillReported(RemoteResource<CampaignDetails> live) {
    return Conditions.find(observed.before().conditions(), Conditions.READY)
        .filter(ready -> live.details() == null)
        .filter(ready -> ready.reason().equals(Reason.DriftReported.name()))
        .map(ready -> Verdict.settled(Reason.DriftReported, ready.message()));
  }

  /** A version that could not be deployed before the window is a stall in the window too. */
  private Optional<Verdict> failedRollout(RemoteResource<CampaignDetails> live) {
    return version()
        .waiting()
        .flatMap(
            promoted -> failed.of(CampaignPart.Version, new CampaignSettings(promoted, null, null)))
        .map(
            change ->
                Verdict.stalled(
                    Reason.UpdateFailed,
                    "Version %s could not be deployed: %s The operator retries it after the spike."
                        .formatted(CampaignSettings.shortOf(change.to()), change.message()),
                    live.isActive()));
  }

  private Optional<Verdict> frozen() {
    return version()
        .waiting()
        .flatMap(promoted -> plan.freezing().map(window -> frozen(promoted, window)));
  }

  private Verdict frozen(String promoted, SpikeWindow window) {
    return Verdict.settled(
        Reason.RolloutFrozen,
        "Version %s waits for the end of spike %s; it is rolled out %s."
            .formatted(
                CampaignSettings.shortOf(promoted),
                window.spike(),
                plan.thaw()
                    .map(at -> "at " + at)
                    .orElse(
                        "in the next gap between windows. To roll it out at once, set"
                            + " rolloutsDuringSpikes: Allow")));
  }

  @Override
  public CampaignStatus status(Report report) {
    String serving =
        observed
            .live()
            .map(RemoteResource::details)
            .map(CampaignDetails::serving)
            .map(CampaignSettings::solutionVersionArn)
            .orElse(null);
    return new CampaignReport(observed, plan, failed, report)
        .write(reset(wanted(serving), observed.live()), version(), price);
  }

  @Override
  public Drift drift(Revision<CampaignDetails> revision) {
    CampaignDetails details = Objects.requireNonNull(revision.present().details());
    // What else differs is for CampaignUpdates to say, part by part.
    return details.isBeingUpdated()
        ? new Drift.UpdateUnderWay(CampaignUpdates.underWay(details), isBySchedule())
        : Drift.NONE;
  }

  @Override
  public boolean isTemporary() {
    return new CapacityReturn(observed, plan).mayBeDue();
  }

  @Override
  public Optional<Finding> beforeRelease(Revision<CampaignDetails> revision) {
    return new CapacityReturn(observed, plan).look(revision.present());
  }

  @Override
  public List<Notice> news(CommonStatus next) {
    return SpikeNews.between(before(), (CampaignStatus) next, observed.now());
  }
}
