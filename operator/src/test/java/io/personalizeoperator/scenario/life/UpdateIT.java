package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.Solution;

/** A changed manifest changes AWS, with one call for all that changed. */
@ExtendWith(Stages.class)
class UpdateIT {
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SCHEMA")
  void tagsAreAddedChangedAndRemoved(Sample sample, Stage stage) {
    String arn = ready(sample, stage, "tags: {team: search, stage: test}").lifecycle().arn();
    OutOfBandUser colleague = new OutOfBandUser(stage);
    colleague.tag(arn, Map.of("cost-centre", "7"));
    long mark = stage.cloud().mark();

    stage.cluster().apply(sample, "tags: {team: ranking, level: gold}");
    stage.cluster().awaitReady(sample);

    assertThat(colleague.tags(arn))
        .containsEntry("team", "ranking")
        .containsEntry("level", "gold")
        .containsEntry("cost-centre", "7")
        .containsEntry("personalize-operator.io/name", "movies")
        .doesNotContainKey("stage");
    assertThat(stage.cloud().mutationsAfter(mark))
        .extracting(call -> call.operation())
        .containsExactly("TagResource", "UntagResource");
    assertThat(stage.cluster().events(sample, "DriftCorrected")).isEmpty();
  }

  @Test
  void aCampaignGetsItsCapacityAndConfigurationInOneCall(Stage stage) {
    String arn = ready(Sample.CAMPAIGN, stage).lifecycle().arn();

    stage
        .cluster()
        .apply(
            Sample.CAMPAIGN,
            "minProvisionedTPS: 5",
            "config: {enableMetadataWithRecommendations: true}");
    stage.cluster().awaitReady(Sample.CAMPAIGN);

    Campaign campaign = stage.aws().describeCampaign(r -> r.campaignArn(arn)).campaign();
    assertThat(campaign.minProvisionedTPS()).isEqualTo(5);
    assertThat(campaign.campaignConfig().enableMetadataWithRecommendations()).isTrue();
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
    assertThat(stage.cluster().awaitEvent(Sample.CAMPAIGN, "Updated"))
        .contains("minProvisionedTPS 1 -> 5");
  }

  @Test
  void aCampaignStaysReadyWhileItIsUpdated(Stage stage) {
    PersonalizeResource<?, ?> before = ready(Sample.CAMPAIGN, stage);
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, Duration.ofMinutes(5));

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":3}}");
    stage.cluster().awaitReconciling(Sample.CAMPAIGN, Reason.Updating);
    assertThat(Cluster.isTrue(stage.cluster().get(Sample.CAMPAIGN), Conditions.READY)).isTrue();
    PersonalizeResource<?, ?> after = stage.cluster().awaitReady(Sample.CAMPAIGN);

    Condition was = Cluster.find(before, Conditions.READY);
    assertThat(Cluster.find(after, Conditions.READY).lastTransitionTime())
        .isEqualTo(was.lastTransitionTime());
    assertThat(Cluster.find(after, Conditions.STALLED).lastTransitionTime())
        .isEqualTo(Cluster.find(before, Conditions.STALLED).lastTransitionTime());
    assertThat(Cluster.find(after, Conditions.RECONCILING).lastTransitionTime())
        .isAfter(Cluster.find(before, Conditions.RECONCILING).lastTransitionTime());
  }

  @Test
  void updatesAreSentOnceThoughListsLag(Stage stage) {
    ready(Sample.CAMPAIGN, stage);
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cloud().lags(Duration.ofSeconds(3));
    long mark = stage.cloud().mark();

    stage.cluster().apply(Sample.CAMPAIGN, "minProvisionedTPS: 5", "tags: {team: search}");
    stage.cluster().patch(Sample.SOLUTION, "{\"spec\":{\"performAutoTraining\":true}}");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cloud().speed(600);
    stage.cloud().awaitSweeps(2, "ListCampaigns", "ListSolutions");
    assertThat(stage.cloud().mutationsAfter(mark))
        .extracting(call -> call.operation())
        .containsExactlyInAnyOrder("UpdateCampaign", "UpdateSolution", "TagResource");
  }

  @Test
  void aCampaignIsRolledBackByPinningAVersion(Stage stage) {
    String arn = ready(Sample.CAMPAIGN, stage).lifecycle().arn();
    OutOfBandUser colleague = new OutOfBandUser(stage);
    String first = colleague.newestVersion();
    String second = colleague.train();
    stage.cluster().await(Sample.CAMPAIGN, "the second version", one -> serves(stage, arn, second));

    stage
        .cluster()
        .patch(
            Sample.CAMPAIGN,
            "{\"spec\":{\"solutionRef\":null,\"solutionVersionArn\":\"%s\"}}".formatted(first));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(serves(stage, arn, first)).isTrue();
  }

  private static boolean serves(Stage stage, String arn, String version) {
    return stage
        .aws()
        .describeCampaign(r -> r.campaignArn(arn))
        .campaign()
        .solutionVersionArn()
        .equals(version);
  }

  @Test
  void aSolutionGetsWhatAwsCanChange(Stage stage) {
    String arn = ready(Sample.SOLUTION, stage).lifecycle().arn();
    assertThat(solution(stage, arn).performAutoTraining()).isFalse();

    stage
        .cluster()
        .apply(
            Sample.SOLUTION,
            "performAutoTraining: true",
            "config:",
            "  autoTrainingConfig: {schedulingExpression: rate(3 days)}",
            "  eventsConfig: {eventParametersList: [{eventType: watch, weight: 0.5}]}");
    stage.cluster().awaitReady(Sample.SOLUTION);

    Solution solution = solution(stage, arn);
    assertThat(solution.performAutoTraining()).isTrue();
    assertThat(solution.solutionConfig().autoTrainingConfig().schedulingExpression())
        .isEqualTo("rate(3 days)");
    assertThat(solution.solutionConfig().eventsConfig().eventParametersList())
        .singleElement()
        .satisfies(event -> assertThat(event.eventType()).isEqualTo("watch"));
    assertThat(stage.cloud().effects("UpdateSolution")).hasSize(1);
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
  }

  private static Solution solution(Stage stage, String arn) {
    return stage.aws().describeSolution(r -> r.solutionArn(arn)).solution();
  }

  @Test
  void aDatasetGetsAnotherSchema(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().apply(ITEMS);
    stage.cluster().awaitReady(Sample.DATASET);
    String arn = stage.cluster().get(Sample.DATASET).lifecycle().arn();

    stage.cluster().patch(Sample.DATASET, "{\"spec\":{\"schemaRef\":{\"name\":\"second\"}}}");
    stage.cluster().awaitReady(Sample.DATASET);

    assertThat(stage.aws().describeDataset(r -> r.datasetArn(arn)).dataset().schemaArn())
        .endsWith("schema/second");
    assertThat(stage.cloud().effects("UpdateDataset")).hasSize(1);
  }

  private static final String ITEMS =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: first}
      spec: {type: Items, fields: [{name: ITEM_ID}, {name: GENRES, categorical: true}]}
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: second}
      spec:
        type: Items
        fields: [{name: ITEM_ID}, {name: GENRES, categorical: true}, {name: YEAR, type: INT, nullable: true}]
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Dataset
      metadata: {name: movies}
      spec: {datasetGroupRef: {name: movies}, schemaRef: {name: first}, type: Items}
      """;

  @Test
  void anImportRunsAgainWhenItsLocationChangesAndNotWhenItsTagsDo(Stage stage) {
    ready(Sample.DATASET_IMPORT, stage);
    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":{\"tags\":{\"team\":\"search\"}}}");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(1);

    stage
        .cluster()
        .patch(Sample.DATASET_IMPORT, "{\"spec\":{\"dataLocation\":\"s3://movies/new.csv\"}}");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(2);
  }

  private static PersonalizeResource<?, ?> ready(Sample sample, Stage stage, String... more) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, more);
    return stage.cluster().awaitReady(sample);
  }
}
