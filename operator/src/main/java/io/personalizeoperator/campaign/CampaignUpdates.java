package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.DriftPolicy;
import io.personalizeoperator.api.campaign.FailedChange;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.FailureVerdict;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which updates bring a campaign to what is wanted. One UpdateCampaign carries all that differs;
 * but a part that AWS has refused, or could not carry out, travels alone from then on, so that it
 * holds back no other part: neither a version nor a configuration may cost capacity.
 *
 * @param observed what the decision is made from
 * @param live the campaign in AWS, with its details
 * @param plan the capacity that is wanted
 * @param wanted all settings that are wanted
 * @param failed the parts whose last update failed
 * @param changedByOthers whether a difference comes from somebody else's change in AWS
 * @param bySchedule whether it comes from a spike or a promotion, with the manifest in force before
 */
record CampaignUpdates(
    Observed<Campaign, CampaignDetails> observed,
    RemoteResource<CampaignDetails> live,
    CapacityPlan plan,
    CampaignSettings wanted,
    FailedChanges failed,
    boolean changedByOthers,
    boolean bySchedule) {
  private static final Set<CampaignPart> CAPACITY = Set.of(CampaignPart.MinProvisionedTPS);

  private CampaignDetails details() {
    return Objects.requireNonNull(live.details());
  }

  /** The settings in force; known, as long as no update of ours is under way. */
  private CampaignSettings serving() {
    return Objects.requireNonNull(details().serving());
  }

  /** What to do, part by part. */
  List<Finding> look() {
    if (details().isBeingUpdated()) {
      // ConfigurationConcern says so.
      return List.of();
    }
    if (live.hasFailed()) {
      return List.of(repairOfFailure());
    }
    Set<CampaignPart> differing = together(wanted.partsDifferingFrom(serving()));
    if (differing.isEmpty()) {
      return List.of();
    }
    return isLeft()
        ? left(differing)
        : updates(differing).stream().map(this::afterReportingAFailure).toList();
  }

  /** A failure of the last update shows nowhere once the next one is sent. */
  private Finding afterReportingAFailure(Finding finding) {
    boolean sends = finding.action().filter(Action.Update.class::isInstance).isPresent();
    return failed.isNews() && sends
        ? finding.withoutAction().wakingBy(failed.reported(observed.now()))
        : finding;
  }

  /** What is reported while an update is under way. */
  static String underWay(CampaignDetails details) {
    return "An update is %s; until it ends, the campaign serves as before."
        .formatted(Objects.requireNonNull(details.update()).status());
  }

  /** With {@code syncWithLatestSolutionVersion} AWS takes version and configuration together. */
  private Set<CampaignPart> together(Set<CampaignPart> parts) {
    if (isSynced()
        && (parts.contains(CampaignPart.Version) || parts.contains(CampaignPart.Config))) {
      Set<CampaignPart> both = EnumSet.copyOf(parts);
      both.add(CampaignPart.Version);
      both.add(CampaignPart.Config);
      return both;
    }
    return parts;
  }

  private boolean isSynced() {
    return wanted.isSynced() || serving().isSynced();
  }

  private boolean isLeft() {
    return changedByOthers && observed.resource().getSpec().driftPolicy() == DriftPolicy.Report;
  }

  /** A mistake in the list of spikes is what the status has to say first. */
  private List<Finding> left(Set<CampaignPart> differing) {
    return plan.problems().isEmpty()
        ? List.of(
            Finding.rest(
                Concern.CONFIGURATION,
                Verdict.settled(
                    Reason.DriftReported,
                    "Somebody has changed it in AWS, and driftPolicy is Report: "
                        + words(differing)
                        + ".")))
        : List.of();
  }

  private List<Finding> updates(Set<CampaignPart> differing) {
    Set<CampaignPart> atOnce = EnumSet.noneOf(CampaignPart.class);
    List<Finding> all = new ArrayList<>();
    for (Set<CampaignPart> unit : units(differing)) {
      CampaignUpdates sent = isRaise(unit) ? withRaiseToSend() : this;
      if (sent.isNotKept(unit)) {
        all.add(sent.notKept(unit));
      } else if (sent.hasFailed(unit) || sent.wasRefused(unit)) {
        all.add(sent.alone(unit));
      } else {
        atOnce.addAll(unit);
      }
    }
    if (!atOnce.isEmpty()) {
      sendInTime(atOnce).ifPresent(all::addFirst);
    }
    return all;
  }

  /**
   * Shortly before a raise an update brings the coming capacity along: else the raise would have to
   * wait for its end. So a capacity that is wanted again soon is not lowered either. While AWS does
   * not take the coming capacity, nothing is sent but a raise that is wanted now.
   */
  private Optional<Finding> sendInTime(Set<CampaignPart> parts) {
    if (!plan.isRaiseNear()) {
      return Optional.of(send(parts));
    }
    CampaignUpdates soon = soon();
    Set<CampaignPart> others = EnumSet.copyOf(parts);
    others.removeAll(CAPACITY);
    if (serving().tps() == soon.wanted.tps()) {
      return others.isEmpty() ? Optional.empty() : Optional.of(soon.send(others));
    }
    if (!soon.hasFailed(CAPACITY) && !soon.wasRefused(CAPACITY)) {
      others.addAll(CAPACITY);
      return Optional.of(soon.send(others));
    }
    if (isRaise(parts)) {
      return Optional.of(send(CAPACITY));
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.rest(concern(others), soon.whyNot(CAPACITY)));
  }

  /** The same with the capacity of the raise that is near. */
  private CampaignUpdates soon() {
    return new CampaignUpdates(
        observed,
        live,
        plan,
        wanted.withTps(plan.wantedSoon()),
        failed,
        changedByOthers,
        bySchedule);
  }

  /** A raise goes up to that of the next one, if that is near and AWS may take it. */
  private CampaignUpdates withRaiseToSend() {
    if (!plan.isRaiseNear()) {
      return this;
    }
    CampaignUpdates soon = soon();
    boolean isRejected =
        soon.hasFailed(CAPACITY)
            || new UpdateRefusals(observed).hasCapacityAlone(live.arn(), soon.wanted.tps());
    return isRejected ? this : soon;
  }

  /** The parts that can travel alone. */
  private List<Set<CampaignPart>> units(Set<CampaignPart> differing) {
    List<Set<CampaignPart>> units = new ArrayList<>();
    Set<CampaignPart> rest = EnumSet.copyOf(differing);
    if (isSynced() && rest.contains(CampaignPart.Version)) {
      units.add(EnumSet.of(CampaignPart.Version, CampaignPart.Config));
      rest.removeAll(units.getFirst());
    }
    rest.forEach(part -> units.add(EnumSet.of(part)));
    return units;
  }

  /** The last update asked for just this and AWS says that it is done. */
  private boolean isNotKept(Set<CampaignPart> unit) {
    CampaignDetails details = details();
    LatestUpdate update = details.update();
    if (update == null || update.hasFailed()) {
      return false;
    }
    Set<CampaignPart> unasked =
        wanted.partsDifferingFrom(Objects.requireNonNull(details.requested()));
    return unit.stream().noneMatch(unasked::contains);
  }

  private Finding notKept(Set<CampaignPart> unit) {
    return new Drift.NotKept(words(unit), Objects.requireNonNull(details().update()).lastUpdated())
        .look(observed, live, bySchedule);
  }

  private boolean hasFailed(Set<CampaignPart> unit) {
    return failed.anyOf(unit, wanted);
  }

  private boolean wasRefused(Set<CampaignPart> unit) {
    return refusal(unit).isPresent();
  }

  private Optional<Attempt> refusal(Set<CampaignPart> unit) {
    return new UpdateRefusals(observed).of(unit, wanted);
  }

  private Optional<FailedChange> failure(Set<CampaignPart> unit) {
    return unit.stream().flatMap(part -> failed.of(part, wanted).stream()).findFirst();
  }

  /** Why parts are not sent: AWS could not carry them out, or did not take them. */
  private Verdict whyNot(Set<CampaignPart> unit) {
    return failure(unit)
        .map(
            change ->
                Verdict.stalled(
                    Reason.UpdateFailed,
                    "It failed in AWS: " + change.message() + " The operator retries it.",
                    live.isActive()))
        .or(
            () ->
                refusal(unit).map(refused -> FailureVerdict.of(refused.failure(), live.isActive())))
        .orElseThrow();
  }

  /** What is retried waits for a raise that is near, because AWS takes one update at a time. */
  private Finding alone(Set<CampaignPart> unit) {
    boolean waitsForARaise = plan.isRaiseNear() && !isRaise(unit);
    if (waitsForARaise) {
      return Finding.rest(concern(unit), whyNot(unit));
    }
    return failure(unit)
        .map(change -> failed.retryAt(change, observed.now()))
        .filter(observed.now()::isBefore)
        .map(retryAt -> Finding.rest(concern(unit), whyNot(unit)).wakingBy(retryAt))
        .orElseGet(() -> send(unit));
  }

  private boolean isRaise(Set<CampaignPart> parts) {
    return parts.contains(CampaignPart.MinProvisionedTPS) && wanted.tps() > serving().tps();
  }

  private Finding send(Set<CampaignPart> parts) {
    Finding finding =
        Finding.act(
            concern(parts),
            sending("An update is about to be sent: " + words(parts) + "."),
            new Action.Update(live.arn(), wanted.update(live.arn(), parts), notice(parts)));
    return parts.contains(CampaignPart.MinProvisionedTPS)
        ? finding.dueBy(plan.neededBy(details().tpsSoon()).orElse(Instant.MAX))
        : finding;
  }

  private static Concern concern(Set<CampaignPart> parts) {
    return parts.contains(CampaignPart.MinProvisionedTPS)
        ? Concern.CAPACITY
        : parts.contains(CampaignPart.Version) ? Concern.ROLLOUT : Concern.CONFIGURATION;
  }

  private Verdict sending(String message) {
    return bySchedule && live.isActive()
        ? Verdict.scheduled(Reason.Updating, message)
        : Verdict.progressing(Reason.Updating, message, live.isActive());
  }

  private String words(Set<CampaignPart> parts) {
    return parts.stream()
        .map(part -> wanted.difference(part, serving()))
        .collect(Collectors.joining(", "));
  }

  private Notice notice(Set<CampaignPart> parts) {
    String what = words(parts);
    if (changedByOthers) {
      return Notice.warning("DriftCorrected", "Correcting it in AWS: " + what + ".");
    }
    return plan.active()
        .filter(window -> isRaise(parts))
        .map(
            window ->
                Notice.normal(
                    "SpikeCapacityRequested",
                    "For spike %s, which starts at %s: %s."
                        .formatted(window.spike(), window.start(), what)))
        .orElseGet(() -> Notice.normal("Updated", "An update was started: " + what + "."));
  }

  /** A campaign whose creation failed is updated: at once to new settings, else after a while. */
  private Finding repairOfFailure() {
    LatestUpdate update = details().update();
    CampaignSettings wanted = this.wanted.withTps(plan.wantedSoon());
    CampaignSettings tried =
        update == null ? serving() : Objects.requireNonNull(details().requested());
    LatestUpdate failure =
        update != null
            ? update
            : new LatestUpdate(
                live.status(), live.summary().failureReason(), null, live.summary().lastUpdated());
    Finding send =
        Finding.act(
                Concern.CONFIGURATION,
                sending("An update is about to be sent, to retry the failed creation."),
                new Action.Update(
                    live.arn(),
                    wanted.update(live.arn(), EnumSet.allOf(CampaignPart.class)),
                    Notice.normal(
                        "Updated", "An update was started, to retry the failed creation.")))
            .dueBy(plan.neededBy(0).orElse(Instant.MAX));
    if (!wanted.differencesTo(tried).isEmpty()) {
      return send;
    }
    Drift later = Drift.afterFailure(failure, Drift.RETRY_AFTER, observed.now(), Drift.NONE);
    return later instanceof Drift.UpdateFailed waiting
        ? Finding.restUntil(
            Concern.CONFIGURATION,
            Verdict.stalled(Reason.CreateFailed, waiting.message(), live.isActive()),
            waiting.retryAt())
        : send;
  }
}
