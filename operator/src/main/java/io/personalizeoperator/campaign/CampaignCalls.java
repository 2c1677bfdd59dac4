package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** ListCampaigns, DescribeCampaign, CreateCampaign, UpdateCampaign, DeleteCampaign. */
final class CampaignCalls implements KindCalls<CampaignDetails> {
  /** What CreateCampaign provisions by default (AWS: CreateCampaign). */
  private static final int DEFAULT_TPS = 1;

  @Override
  public String type() {
    return "campaign";
  }

  @Override
  public Page<CampaignDetails> list(PersonalizeClient client, @Nullable String nextToken) {
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
  public Described<CampaignDetails> describe(PersonalizeClient client, String arn) {
    Campaign c = client.describeCampaign(r -> r.campaignArn(arn)).campaign();
    Summary summary =
        new Summary(
            c.campaignArn(),
            c.status(),
            c.creationDateTime(),
            c.lastUpdatedDateTime(),
            c.failureReason());
    return new Described<>(summary, details(c, summary));
  }

  private static CampaignDetails details(Campaign campaign, Summary summary) {
    CampaignSettings serving =
        new CampaignSettings(
            campaign.solutionVersionArn(), campaign.minProvisionedTPS(), campaign.campaignConfig());
    var update = campaign.latestCampaignUpdate();
    return update == null
        ? new CampaignDetails(serving, null, null)
        : new CampaignDetails(
            serving,
            new CampaignSettings(
                update.solutionVersionArn(), update.minProvisionedTPS(), update.campaignConfig()),
            LatestUpdate.described(
                summary,
                update.status(),
                update.failureReason(),
                update.creationDateTime(),
                update.lastUpdatedDateTime()));
  }

  @Override
  public boolean isBeingUpdated(CampaignDetails details) {
    return details.isBeingUpdated();
  }

  @Override
  public @Nullable CampaignDetails detailsAfter(
      PersonalizeRequest request, String arn, @Nullable CampaignDetails before) {
    return switch (request) {
      case CreateCampaignRequest create ->
          new CampaignDetails(
              new CampaignSettings(
                  create.solutionVersionArn(),
                  create.minProvisionedTPS() == null ? DEFAULT_TPS : create.minProvisionedTPS(),
                  create.campaignConfig()),
              null,
              null);
      case UpdateCampaignRequest update ->
          new CampaignDetails(
              before == null ? null : before.serving(),
              CampaignSettings.of(update),
              LatestUpdate.sent());
      default -> before;
    };
  }
}
