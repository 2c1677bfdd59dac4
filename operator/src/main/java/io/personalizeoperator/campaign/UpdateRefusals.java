package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Observed;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/**
 * The updates that AWS did not take for what they carried, nor will it take a bigger one with the
 * same: a bad value, a quota, a version that is not there. That the campaign is busy, throttling
 * and missing credentials say nothing of what was sent.
 *
 * @param observed what the decision is made from
 */
record UpdateRefusals(Observed<Campaign, CampaignDetails> observed) {
  private static final Set<CampaignPart> CAPACITY = Set.of(CampaignPart.MinProvisionedTPS);

  /**
   * The newest refusal of an update that carried one of these parts, if there is one.
   *
   * @param settings the values of the parts
   */
  Optional<Attempt> of(Set<CampaignPart> unit, CampaignSettings settings) {
    return all().filter(attempt -> carried(unit, settings, request(attempt))).findFirst();
  }

  /** Whether a capacity was refused that was sent alone: so nothing else can be the cause. */
  boolean hasCapacityAlone(String arn, int tps) {
    UpdateCampaignRequest alone = new CampaignSettings(null, tps, null).update(arn, CAPACITY);
    return all().anyMatch(attempt -> request(attempt).equals(alone));
  }

  private Stream<Attempt> all() {
    return observed.attempts().of(Action.Update.class, observed.generation()).stream()
        .filter(attempt -> isOfContent(attempt.failure(), request(attempt)));
  }

  /** ResourceInUse is for the campaign, which is busy, or for a version that is not ACTIVE. */
  private static boolean isOfContent(AwsFailure failure, UpdateCampaignRequest request) {
    return switch (failure.kind()) {
      case RETRY_SOON, NO_CREDENTIALS -> false;
      case WAIT_FOR_CHANGE -> failure.isQuota() || request.solutionVersionArn() != null;
      case NEEDS_USER, GONE, EXISTS, NOT_PUBLISHED -> true;
    };
  }

  private static UpdateCampaignRequest request(Attempt attempt) {
    return (UpdateCampaignRequest) attempt.action().content();
  }

  private static boolean carried(
      Set<CampaignPart> unit, CampaignSettings settings, UpdateCampaignRequest request) {
    CampaignSettings asked = CampaignSettings.of(request);
    return unit.stream()
        .filter(part -> asked.valueOf(part) != null)
        .anyMatch(part -> Objects.equals(asked.valueOf(part), settings.valueOf(part)));
  }
}
