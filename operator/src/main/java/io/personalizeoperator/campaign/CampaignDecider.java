package io.personalizeoperator.campaign;

import io.personalizeoperator.api.Campaign;
import io.personalizeoperator.api.CampaignSpec;
import io.personalizeoperator.api.CampaignStatus;
import io.personalizeoperator.api.CampaignUpdateStatus;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Solution;
import io.personalizeoperator.aws.LatestUpdate;
import io.personalizeoperator.aws.Live;
import io.personalizeoperator.lifecycle.Drift;
import io.personalizeoperator.lifecycle.KindDecider;
import io.personalizeoperator.lifecycle.Observed;
import io.personalizeoperator.lifecycle.Parent;
import io.personalizeoperator.lifecycle.ParentReference;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a campaign wants: the promoted version of its solution, or a pinned one, with its capacity
 * and configuration; one merged update at a time.
 */
final class CampaignDecider implements KindDecider<Campaign, CampaignDetails> {
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

  /** The settings as they should be, with this version where the solution has none to follow. */
  private static CampaignSettings wanted(
      Observed<Campaign, CampaignDetails> observed, String otherwise) {
    CampaignSpec spec = observed.resource().getSpec();
    return CampaignSettings.of(version(observed).orElse(otherwise), tps(spec), spec.config());
  }

  private static int tps(CampaignSpec spec) {
    return spec.minProvisionedTPS() == null ? 1 : spec.minProvisionedTPS();
  }

  @Override
  public PersonalizeRequest create(Observed<Campaign, CampaignDetails> observed, List<Tag> tags) {
    return wanted(observed, null).create(observed.resource().awsName(), tags);
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteCampaignRequest.builder().campaignArn(arn).build());
  }

  @Override
  public Drift drift(Observed<Campaign, CampaignDetails> observed, Live<CampaignDetails> live) {
    CampaignDetails details = live.details();
    LatestUpdate update = details.update();
    if (update != null && update.isUnderWay()) {
      return new Drift.UpdateUnderWay(
          "An update is %s; the campaign serves as before meanwhile.".formatted(update.status()));
    }
    CampaignSettings wanted = wanted(observed, details.serving().solutionVersionArn());
    List<String> differences = wanted.differencesTo(details.serving());
    if (live.hasFailed()) {
      return repairOfFailure(observed, live, wanted);
    }
    if (differences.isEmpty()) {
      return Drift.NONE;
    }
    String what = String.join(", ", differences);
    Drift send = new Drift.Repairable(wanted.update(live.arn()), what);
    boolean askedFor = update != null && wanted.differencesTo(details.requested()).isEmpty();
    if (!askedFor) {
      return send;
    }
    return update.hasFailed()
        ? Drift.afterFailure(update, observed.now(), send)
        : new Drift.NotKept(what);
  }

  /** A campaign whose creation failed is updated: at once to new settings, else after a while. */
  private static Drift repairOfFailure(
      Observed<Campaign, CampaignDetails> observed,
      Live<CampaignDetails> live,
      CampaignSettings wanted) {
    LatestUpdate update = live.details().update();
    CampaignSettings tried = update == null ? live.details().serving() : live.details().requested();
    Drift send =
        new Drift.Repairable(wanted.update(live.arn()), "the failed creation is tried again");
    LatestUpdate failure =
        update != null
            ? update
            : new LatestUpdate(
                live.status(), live.summary().failureReason(), live.summary().lastUpdated());
    return wanted.differencesTo(tried).isEmpty()
        ? Drift.afterFailure(failure, observed.now(), send)
        : send;
  }

  @Override
  public CommonStatus status(
      Observed<Campaign, CampaignDetails> observed,
      LifecycleStatus common,
      Optional<Live<CampaignDetails>> live) {
    int desired = tps(observed.resource().getSpec());
    CampaignStatus before = observed.resource().getStatus();
    return live.filter(l -> l.arn().equals(common.arn()))
        .map(Live::details)
        .map(
            d ->
                new CampaignStatus(
                    common,
                    d.serving().solutionVersionArn(),
                    CampaignSettings.shortOf(d.serving().solutionVersionArn()),
                    d.serving().minProvisionedTPS(),
                    desired,
                    update(d)))
        .orElseGet(
            () ->
                before == null
                    ? new CampaignStatus(common, null, null, null, desired, null)
                    : new CampaignStatus(
                        common,
                        before.solutionVersionArn(),
                        before.solutionVersion(),
                        before.minProvisionedTPS(),
                        desired,
                        before.latestUpdate()));
  }

  private static CampaignUpdateStatus update(CampaignDetails details) {
    return details.update() == null
        ? null
        : new CampaignUpdateStatus(
            details.update().status(),
            details.requested().solutionVersionArn(),
            details.requested().minProvisionedTPS(),
            details.update().failureReason());
  }
}
