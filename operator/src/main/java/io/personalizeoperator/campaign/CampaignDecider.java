package io.personalizeoperator.campaign;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.SpikeOccurrence;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** Campaigns: what they depend on, and where AWS has them. See {@link CampaignIntent}. */
final class CampaignDecider implements KindDecider<Campaign, CampaignDetails> {
  /** UpdateCampaign is allowed on a campaign that is CREATE FAILED (AWS: UpdateCampaign). */
  private static final Traits TRAITS =
      Traits.of("campaign", Trait.NEEDS_DETAILS, Trait.REPAIRABLE_WHEN_FAILED);

  private final CapacityPlanner planner;

  CampaignDecider(CapacityRules rules) {
    this.planner = new CapacityPlanner(rules);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<ParentReference> references(Campaign resource) {
    CampaignSpec spec = resource.getSpec();
    return spec.solutionRef() == null
        ? List.of()
        : List.of(ParentReference.of(Solution.class, spec.solutionRef(), null));
  }

  @Override
  public List<String> namedInAws(Campaign resource) {
    String version = resource.getSpec().solutionVersionArn();
    return version == null ? List.of() : List.of(CampaignSettings.withoutLatest(version));
  }

  @Override
  public Optional<RemoteResource<CampaignDetails>> find(
      Campaign resource,
      List<Parent> parents,
      RevisionPlan plan,
      Snapshot<CampaignDetails> snapshot) {
    return snapshot.newest().map(live -> ReportedDetails.in(live, resource));
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteCampaignRequest.builder().campaignArn(arn).build();
  }

  @Override
  public Intent<CampaignDetails> intent(Observed<Campaign, CampaignDetails> observed) {
    return CampaignIntent.of(observed, planner);
  }

  /** The start of the window that the capacity is for at that time. */
  @Override
  public Instant neededBy(@Nullable CommonStatus status, Instant at) {
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
}
