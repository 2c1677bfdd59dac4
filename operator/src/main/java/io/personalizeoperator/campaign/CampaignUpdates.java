package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.DriftPolicy;
import io.personalizeoperator.api.campaign.FailedChange;
import io.personalizeoperator.aws.FailureClass;
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
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

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
      if (isNotKept(unit)) {
        all.add(
            new Drift.NotKept(words(unit), Objects.requireNonNull(details().update()).lastUpdated())
                .look(observed, live, bySchedule));
      } else if (failed.anyOf(unit, wanted) || wasRefused(unit)) {
        all.add(alone(unit));
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
   * wait for its end. So a capacity that is wanted again soon is not lowered either.
   */
  private Optional<Finding> sendInTime(Set<CampaignPart> parts) {
    if (!plan.isRaiseNear()) {
      return Optional.of(send(parts));
    }
    Set<CampaignPart> capacity = EnumSet.of(CampaignPart.MinProvisionedTPS);
    CampaignUpdates soon = wanting(wanted.withTps(plan.wantedSoon()));
    Set<CampaignPart> all = EnumSet.copyOf(parts);
    all.removeAll(capacity);
    boolean isThere = serving().tps() == soon.wanted.tps();
    if (!isThere && !failed.anyOf(capacity, soon.wanted) && !soon.wasRefused(capacity)) {
      all.addAll(capacity);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(soon.send(all));
  }

  private CampaignUpdates wanting(CampaignSettings other) {
    return new CampaignUpdates(observed, live, plan, other, failed, changedByOthers, bySchedule);
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

  /** AWS did not take an update that carried one of these parts; nor will it a bigger one. */
  private boolean wasRefused(Set<CampaignPart> unit) {
    return refusal(unit).isPresent();
  }

  private Optional<Attempt> refusal(Set<CampaignPart> unit) {
    return observed.attempts().of(Action.Update.class, observed.generation()).stream()
        .filter(attempt -> attempt.failure().kind() != FailureClass.RETRY_SOON)
        .filter(attempt -> carried(unit, (UpdateCampaignRequest) attempt.action().content()))
        .findFirst();
  }

  private boolean carried(Set<CampaignPart> unit, UpdateCampaignRequest request) {
    CampaignSettings asked = CampaignSettings.of(request);
    return unit.stream()
        .filter(part -> asked.valueOf(part) != null)
        .anyMatch(part -> Objects.equals(asked.valueOf(part), wanted.valueOf(part)));
  }

  /** What is retried waits for a raise that is near, because AWS takes one update at a time. */
  private Finding alone(Set<CampaignPart> unit) {
    Optional<FailedChange> last =
        unit.stream().flatMap(part -> failed.of(part, wanted).stream()).findFirst();
    boolean waitsForARaise = plan.isRaiseNear() && !isRaise(unit);
    Optional<Instant> retryAt = last.map(change -> failed.retryAt(change, observed.now()));
    if (last.isPresent() && (waitsForARaise || observed.now().isBefore(retryAt.orElseThrow()))) {
      Finding rest =
          Finding.rest(
              concern(unit),
              Verdict.stalled(
                  Reason.UpdateFailed,
                  "It failed in AWS: " + last.get().message() + " The operator retries it.",
                  live.isActive()));
      return waitsForARaise ? rest : rest.wakingBy(retryAt.orElseThrow());
    }
    return refusal(unit)
        .filter(refused -> waitsForARaise)
        .map(
            refused ->
                Finding.rest(concern(unit), FailureVerdict.of(refused.failure(), live.isActive())))
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
