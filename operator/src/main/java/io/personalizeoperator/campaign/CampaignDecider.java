package io.personalizeoperator.campaign;

import io.personalizeoperator.api.Campaign;
import io.personalizeoperator.api.CampaignSpec;
import io.personalizeoperator.api.CampaignStatus;
import io.personalizeoperator.api.CampaignUpdateStatus;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Solution;
import io.personalizeoperator.aws.Live;
import io.personalizeoperator.aws.Transition;
import io.personalizeoperator.lifecycle.Drift;
import io.personalizeoperator.lifecycle.KindDecider;
import io.personalizeoperator.lifecycle.Observed;
import io.personalizeoperator.lifecycle.Parent;
import io.personalizeoperator.lifecycle.ParentReference;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CampaignUpdateSummary;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a campaign wants: the promoted version of its solution, or a pinned one, with its capacity
 * and configuration; one merged update at a time.
 */
final class CampaignDecider
    implements KindDecider<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> {
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
  public Optional<Verdict> waitsFor(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed) {
    if (version(observed).isPresent()) {
      return Optional.empty();
    }
    boolean serving =
        observed.before().arn() != null && current(observed).filter(Live::isActive).isPresent();
    return Optional.of(
        Verdict.progressing(
            Reason.WaitingForSolution,
            "Solution %s has no promoted version yet."
                .formatted(observed.resource().getSpec().solutionRef().name()),
            serving));
  }

  private static Optional<String> version(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed) {
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

  private static CampaignSettings wanted(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed) {
    CampaignSpec spec = observed.resource().getSpec();
    return CampaignSettings.of(version(observed).orElseThrow(), tps(spec), spec.config());
  }

  private static int tps(CampaignSpec spec) {
    return spec.minProvisionedTPS() == null ? 1 : spec.minProvisionedTPS();
  }

  @Override
  public PersonalizeRequest create(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed,
      List<Tag> tags) {
    return wanted(observed).create(observed.resource().awsName(), tags);
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteCampaignRequest.builder().campaignArn(arn).build());
  }

  @Override
  public Drift drift(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed,
      Live<software.amazon.awssdk.services.personalize.model.Campaign> live) {
    CampaignUpdateSummary update = live.details().latestCampaignUpdate();
    if (update != null && Transition.isUnderWay(update.status())) {
      return new Drift.UpdateUnderWay(
          "An update is %s; the campaign serves as before meanwhile.".formatted(update.status()));
    }
    CampaignSettings wanted = wanted(observed);
    List<String> differences = wanted.differencesTo(CampaignSettings.serving(live.details()));
    boolean failedCreation = live.hasFailed();
    if (differences.isEmpty() && !failedCreation) {
      return Drift.NONE;
    }
    Drift send =
        new Drift.Repairable(
            wanted.update(live.arn()),
            failedCreation ? "the failed creation is tried again" : String.join(", ", differences));
    if (failedCreation && differences.isEmpty() && update == null) {
      return Drift.afterFailure(
          live.summary().failureReason(), live.summary().lastUpdated(), observed.now(), send);
    }
    boolean sameFailed =
        update != null
            && update.status().endsWith("FAILED")
            && wanted.differencesTo(CampaignSettings.underWay(update)).isEmpty();
    return sameFailed
        ? Drift.afterFailure(
            update.failureReason(), update.lastUpdatedDateTime(), observed.now(), send)
        : send;
  }

  @Override
  public CommonStatus status(
      Observed<Campaign, software.amazon.awssdk.services.personalize.model.Campaign> observed,
      LifecycleStatus common,
      Optional<Live<software.amazon.awssdk.services.personalize.model.Campaign>> live) {
    int desired = tps(observed.resource().getSpec());
    CampaignStatus before = observed.resource().getStatus();
    return live.filter(l -> l.arn().equals(common.arn()))
        .map(Live::details)
        .map(
            d ->
                new CampaignStatus(
                    common,
                    d.solutionVersionArn(),
                    CampaignSettings.shortOf(d.solutionVersionArn()),
                    d.minProvisionedTPS(),
                    desired,
                    update(d.latestCampaignUpdate())))
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

  private static CampaignUpdateStatus update(CampaignUpdateSummary update) {
    return update == null
        ? null
        : new CampaignUpdateStatus(
            update.status(),
            update.solutionVersionArn(),
            update.minProvisionedTPS(),
            update.failureReason());
  }
}
