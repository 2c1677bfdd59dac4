package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What AWS refuses stalls with AWS's words; a manifest put right goes on at once. */
@ExtendWith(Stages.class)
class BadInputIT {
  @Test
  void anImportFromSomewhereElseThanS3(Stage stage) {
    prepare(Sample.DATASET_IMPORT, stage);
    stage.cloud().speed(60);
    stage
        .cluster()
        .apply(
            Sample.DATASET_IMPORT
                .manifest()
                .replace("s3://movies/interactions.csv", "http://movies/interactions.csv"));
    assertThat(stalled(Sample.DATASET_IMPORT, stage)).contains("an import reads from s3://");
    stage.cloud().awaitSweeps(1, Sample.DATASET_IMPORT.list());
    assertThat(stage.cloud().calls("CreateDatasetImportJob")).hasSize(1);

    stage.cluster().apply(Sample.DATASET_IMPORT);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  @Test
  void aCampaignOfAVersionThatDoesNotExist(Stage stage) {
    prepare(Sample.CAMPAIGN, stage);
    String nowhere = Sample.SOLUTION.arn() + "/00000000";
    stage.cluster().apply(PINNED.formatted(nowhere));
    assertThat(stage.cluster().awaitStalled(Sample.CAMPAIGN, Reason.NotFoundInAws).message())
        .contains(nowhere)
        .contains("Fix the manifest, or create what it names.");

    stage
        .cluster()
        .patch(
            Sample.CAMPAIGN,
            "{\"spec\":{\"solutionVersionArn\":null,\"solutionRef\":{\"name\":\"movies\"}}}");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
  }

  private static final String PINNED =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Campaign
      metadata: {name: movies}
      spec: {solutionVersionArn: "%s"}
      """;

  @Test
  void aCampaignConfigurationThatItsRecipeDoesNotTake(Stage stage) {
    prepare(Sample.CAMPAIGN, stage);
    stage.cloud().speed(60);
    stage.cluster().apply(Sample.CAMPAIGN, "config: {rankingInfluence: {POPULARITY: 0.5}}");
    assertThat(stalled(Sample.CAMPAIGN, stage)).contains("rankingInfluence is supported only");

    stage.cluster().apply(Sample.CAMPAIGN, "minProvisionedTPS: 2");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
  }

  @Test
  void anUpdateThatAwsRefusesCostsNotTheOneThatServes(Stage stage) {
    prepare(Sample.CAMPAIGN, stage);
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().speed(60);
    stage.cluster().apply(Sample.CAMPAIGN, "config: {rankingInfluence: {POPULARITY: 0.5}}");
    assertThat(stalled(Sample.CAMPAIGN, stage)).contains("rankingInfluence is supported only");
    assertThat(stage.cluster().get(Sample.CAMPAIGN).lifecycle().conditions())
        .filteredOn(condition -> condition.type().equals("Ready"))
        .singleElement()
        .satisfies(ready -> assertThat(ready.status().name()).isEqualTo("True"));

    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).isEmpty();
  }

  @Test
  void aSolutionOfARecipeForADomain(Stage stage) {
    prepare(Sample.SOLUTION, stage);
    stage.cloud().speed(60);
    stage
        .cluster()
        .apply(
            Sample.SOLUTION
                .manifest()
                .replace(
                    "aws-user-personalization-v2",
                    "arn:aws:personalize:::recipe/aws-vod-top-picks"));
    assertThat(stalled(Sample.SOLUTION, stage)).contains("aws-vod-top-picks");

    // A recipe cannot be changed: the manifest is deleted and made anew.
    stage.cluster().delete(Sample.SOLUTION);
    stage.cluster().awaitGone(Sample.SOLUTION);
    stage.cluster().apply(Sample.SOLUTION);
    stage.cluster().awaitReady(Sample.SOLUTION);
  }

  @Test
  void aFilterWithAnExpressionThatIsNone(Stage stage) {
    prepare(Sample.FILTER, stage);
    stage.cloud().speed(60);
    stage.cluster().apply(Sample.FILTER.manifest().replace("EVENT_TYPE IN", "NO_SUCH_COLUMN IN"));
    assertThat(stalled(Sample.FILTER, stage)).contains("NO_SUCH_COLUMN");

    stage.cluster().delete(Sample.FILTER);
    stage.cluster().awaitGone(Sample.FILTER);
    stage.cluster().apply(Sample.FILTER);
    stage.cluster().awaitReady(Sample.FILTER);
  }

  @Test
  void aSchemaThatIsNoAvro(Stage stage) {
    stage.startOperator();
    stage.cloud().speed(60);
    stage
        .cluster()
        .apply(
            """
            apiVersion: personalize-operator.io/v1alpha1
            kind: Schema
            metadata: {name: movies}
            spec: {avro: '{"type":"record","name":"Interactions","fields":"none"}'}
            """);
    stage.cluster().await(Sample.SCHEMA, "Stalled", one -> Cluster.isTrue(one, "Stalled"));
  }

  /** AWS's message, in which nothing changes from try to try. */
  private static String stalled(Sample sample, Stage stage) {
    String message = stage.cluster().awaitStalled(sample, Reason.RefusedByAws).message();
    assertThat(Serialization.asYaml(stage.cluster().get(sample).getStatus()))
        .doesNotContainIgnoringCase("request id");
    return message;
  }

  private static void prepare(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
  }
}
