package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/** What leaves a manifest goes back to AWS's default, or the status says that it stays. */
@ExtendWith(Stages.class)
class RemovedSettingsIT {
  private static final String V2 = "aws-user-personalization-v2";
  private static final String V1 = "aws-user-personalization";

  @Test
  void aCampaignsSettingsGoBackToTheirDefaults(Stage stage) {
    ready(
        stage,
        V1,
        Sample.CAMPAIGN.manifest(
            "config:",
            "  enableMetadataWithRecommendations: true",
            "  itemExplorationConfig: {explorationWeight: \"0.9\", explorationItemAgeCutOff: \"5\"}"));

    stage
        .cluster()
        .apply(Sample.CAMPAIGN, "config: {itemExplorationConfig: {explorationWeight: \"0.9\"}}");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    CampaignConfig one = campaign(stage).campaignConfig();
    assertThat(one.enableMetadataWithRecommendations()).isFalse();
    assertThat(one.itemExplorationConfig())
        .isEqualTo(Map.of("explorationWeight", "0.9", "explorationItemAgeCutOff", "30"));

    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(campaign(stage).campaignConfig().itemExplorationConfig())
        .as("the cut-off had its default already")
        .isEqualTo(Map.of("explorationWeight", "0.3"));
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(2);
  }

  @Test
  void aCampaignIsRolledBackFromTheLatestVersion(Stage stage) {
    String first = readyOnLatest(stage);
    OutOfBandUser colleague = new OutOfBandUser(stage);
    String second = colleague.train();
    stage.cluster().await(Sample.CAMPAIGN, "the second version", one -> serves(stage, second));

    stage.cluster().apply(onVersion(first));
    stage.cluster().await(Sample.CAMPAIGN, "the first version", one -> serves(stage, first));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
    assertStaysOn(first, stage);
  }

  @Test
  void aCampaignOnTheLatestVersionStaysOnItOncePinned(Stage stage) {
    String first = readyOnLatest(stage);

    stage.cluster().apply(onVersion(first));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
    assertStaysOn(first, stage);
  }

  private static void assertStaysOn(String version, Stage stage) {
    assertThat(campaign(stage).campaignConfig().syncWithLatestSolutionVersion()).isFalse();
    new OutOfBandUser(stage).train();
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    assertThat(serves(stage, version)).isTrue();
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().calls("UpdateCampaign")).hasSize(1);
  }

  private static String readyOnLatest(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage
        .cluster()
        .apply(
            onVersion(
                Sample.SOLUTION.arn() + "/$LATEST",
                "config: {syncWithLatestSolutionVersion: true}"));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    return new OutOfBandUser(stage).newestVersion();
  }

  private static String onVersion(String version, String... more) {
    return Sample.CAMPAIGN
        .manifest(more)
        .replace("solutionRef: {name: movies}", "solutionVersionArn: " + version);
  }

  @Test
  void itemMetadataThatARecipeHasByDefaultStaysAndTheStatusSaysSo(Stage stage) {
    ready(stage, V2, Sample.CAMPAIGN.manifest("config: {enableMetadataWithRecommendations: true}"));

    stage.cluster().apply(Sample.CAMPAIGN);
    awaitKept(stage);
    assertThat(stage.cloud().effects("UpdateCampaign")).isEmpty();

    stage.stopOperator().startOperator();
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    awaitKept(stage);

    stage.cluster().apply(Sample.CAMPAIGN, "config: {enableMetadataWithRecommendations: false}");
    stage.cluster().await(Sample.CAMPAIGN, "Active", one -> hasReason(Reason.Active, stage));
    assertThat(campaign(stage).campaignConfig().enableMetadataWithRecommendations()).isFalse();
  }

  private static void awaitKept(Stage stage) {
    stage.cluster().await(Sample.CAMPAIGN, "kept", one -> hasReason(Reason.SettingKept, stage));
    assertThat(
            Cluster.find(stage.cluster().awaitReady(Sample.CAMPAIGN), Conditions.READY).message())
        .contains(V2, "enableMetadataWithRecommendations: false");
  }

  private static boolean hasReason(Reason reason, Stage stage) {
    return Cluster.find(stage.cluster().get(Sample.CAMPAIGN), Conditions.READY)
        .reason()
        .equals(reason.name());
  }

  @Test
  void aSolutionsScheduleGoesBackToItsDefault(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage
        .cluster()
        .apply(
            Sample.SOLUTION,
            "performAutoTraining: true",
            "config: {autoTrainingConfig: {schedulingExpression: rate(3 days)}}");
    stage.cluster().awaitReady(Sample.SOLUTION);

    stage.cluster().apply(Sample.SOLUTION, "performAutoTraining: true");
    stage.cluster().awaitReady(Sample.SOLUTION);

    assertThat(
            stage
                .aws()
                .describeSolution(r -> r.solutionArn(Sample.SOLUTION.arn()))
                .solution()
                .solutionConfig()
                .autoTrainingConfig()
                .schedulingExpression())
        .isEqualTo("rate(7 days)");
    assertThat(stage.cloud().effects("UpdateSolution")).hasSize(1);
  }

  private static void ready(Stage stage, String recipe, String campaign) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION.manifest().replace(V2, recipe));
    stage.cluster().apply(campaign);
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN));
  }

  private static Campaign campaign(Stage stage) {
    return stage.aws().describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn())).campaign();
  }

  private static boolean serves(Stage stage, String version) {
    return campaign(stage).solutionVersionArn().equals(version);
  }
}
