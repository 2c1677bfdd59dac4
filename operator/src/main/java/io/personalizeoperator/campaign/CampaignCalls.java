package io.personalizeoperator.campaign;

import io.personalizeoperator.aws.Summary;
import io.personalizeoperator.aws.Transition;
import io.personalizeoperator.lifecycle.KindCalls;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** ListCampaigns, DescribeCampaign, CreateCampaign, UpdateCampaign, DeleteCampaign. */
final class CampaignCalls implements KindCalls<Campaign> {
  /** What CreateCampaign provisions when it is told nothing (AWS: CreateCampaign). */
  private static final int DEFAULT_TPS = 1;

  @Override
  public String type() {
    return "campaign";
  }

  @Override
  public Page<Campaign> list(PersonalizeClient client, String nextToken) {
    var answer = client.listCampaigns(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.campaigns().stream()
            .map(
                c ->
                    new Summary(
                        c.campaignArn(),
                        c.status(),
                        c.creationDateTime(),
                        c.lastUpdatedDateTime(),
                        c.failureReason()))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<Campaign> describe(PersonalizeClient client, String arn) {
    Campaign c = client.describeCampaign(r -> r.campaignArn(arn)).campaign();
    return new Described<>(
        new Summary(
            c.campaignArn(),
            c.status(),
            c.creationDateTime(),
            c.lastUpdatedDateTime(),
            c.failureReason()),
        c);
  }

  @Override
  public boolean isBeingUpdated(Campaign details) {
    return details.latestCampaignUpdate() != null
        && Transition.isUnderWay(details.latestCampaignUpdate().status());
  }

  @Override
  public String send(PersonalizeClient client, PersonalizeRequest request) {
    return switch (request) {
      case CreateCampaignRequest create -> client.createCampaign(create).campaignArn();
      case UpdateCampaignRequest update -> client.updateCampaign(update).campaignArn();
      case DeleteCampaignRequest delete -> {
        client.deleteCampaign(delete);
        yield null;
      }
      default -> throw KindCalls.unknown(request);
    };
  }

  @Override
  public Campaign afterwards(PersonalizeRequest request, String arn, Campaign before) {
    return switch (request) {
      case CreateCampaignRequest create ->
          Campaign.builder()
              .name(create.name())
              .campaignArn(arn)
              .solutionVersionArn(create.solutionVersionArn())
              .minProvisionedTPS(
                  create.minProvisionedTPS() == null ? DEFAULT_TPS : create.minProvisionedTPS())
              .campaignConfig(create.campaignConfig())
              .build();
      case UpdateCampaignRequest update ->
          before.toBuilder()
              .latestCampaignUpdate(
                  u ->
                      u.solutionVersionArn(update.solutionVersionArn())
                          .minProvisionedTPS(update.minProvisionedTPS())
                          .campaignConfig(update.campaignConfig())
                          .status("CREATE PENDING"))
              .build();
      default -> before;
    };
  }
}
