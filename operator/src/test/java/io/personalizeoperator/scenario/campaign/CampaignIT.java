package io.personalizeoperator.scenario.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.personalize.model.Campaign;

/** A campaign follows the promoted version, and gets one merged update at a time. */
@ExtendWith(Stages.class)
class CampaignIT {
  @Test
  void aNewVersionIsDeployedWithExactlyOneUpdate(Stage stage) {
    ready(stage);

    String second = new OutOfBandUser(stage).train();

    stage.cluster().await(Sample.CAMPAIGN, "the new version", one -> serves(stage, second));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().awaitSweeps(2, "ListCampaigns", "ListSolutionVersions");
    assertThat(stage.cloud().effects("UpdateCampaign"))
        .singleElement()
        .satisfies(
            call -> assertThat(call.input()).contains(second).doesNotContain("minProvisionedTPS"));
  }

  @Test
  void aVersionThatAwsTrainedByItselfIsDeployedToo(Stage stage) {
    ready(stage);
    stage.cluster().patch(Sample.SOLUTION, "{\"spec\":{\"performAutoTraining\":true}}");
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":{\"run\":\"2\"}}");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    OutOfBandUser colleague = new OutOfBandUser(stage);
    String first = colleague.newestVersion();

    stage.advance(Duration.ofDays(8));

    stage
        .cluster()
        .await(
            Sample.CAMPAIGN,
            "AWS's own version",
            one ->
                !colleague.newestVersion().equals(first)
                    && serves(stage, colleague.newestVersion()));
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN));
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  @Test
  void changesDuringAnUpdateMergeIntoTheNextOne(Stage stage) {
    ready(stage);
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, Duration.ofDays(2));
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":2}}");
    stage.cluster().awaitReconciling(Sample.CAMPAIGN, Reason.Updating);
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, Duration.ZERO);

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":3}}");
    stage
        .cluster()
        .patch(
            Sample.CAMPAIGN,
            "{\"spec\":{\"config\":{\"enableMetadataWithRecommendations\":true}}}");
    String second = new OutOfBandUser(stage).train();
    stage.cluster().await(Sample.SOLUTION, "the promotion", one -> promotes(one, second));
    stage.advance(Duration.ofDays(2));

    stage.cluster().await(Sample.CAMPAIGN, "the new version", one -> serves(stage, second));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    Campaign campaign = campaign(stage);
    assertThat(campaign.minProvisionedTPS()).isEqualTo(3);
    assertThat(campaign.campaignConfig().enableMetadataWithRecommendations()).isTrue();
    assertThat(stage.cloud().calls("UpdateCampaign")).hasSize(2);
  }

  private static boolean promotes(PersonalizeResource<?, ?> solution, String version) {
    return solution instanceof Solution one
        && one.getStatus().promotedVersion() != null
        && one.getStatus().promotedVersion().arn().equals(version);
  }

  @Test
  void aCampaignThatSyncsByItselfIsLeftToAws(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cluster().apply(SYNCED.formatted(Sample.SOLUTION.arn()));
    stage.cluster().awaitReady(Sample.CAMPAIGN);

    String second = new OutOfBandUser(stage).train();
    stage.cluster().await(Sample.CAMPAIGN, "the new version", one -> serves(stage, second));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    assertThat(stage.cloud().calls("UpdateCampaign")).isEmpty();
  }

  private static final String SYNCED =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Campaign
      metadata: {name: movies}
      spec:
        solutionVersionArn: %s/$LATEST
        config: {syncWithLatestSolutionVersion: true}
      """;

  private static void ready(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
  }

  private static Campaign campaign(Stage stage) {
    return stage.aws().describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn())).campaign();
  }

  private static boolean serves(Stage stage, String version) {
    return campaign(stage).solutionVersionArn().equals(version);
  }
}
