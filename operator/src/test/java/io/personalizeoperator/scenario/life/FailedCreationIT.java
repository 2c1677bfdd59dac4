package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creations that AWS accepts and does not bring to an end. */
@ExtendWith(Stages.class)
class FailedCreationIT {
  private static final String WHY = "The role cannot be assumed.";

  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "DATASET", "SOLUTION", "FILTER"})
  void stallsWithAwsReasonUntilItIsToBeMadeAgain(Sample sample, Stage stage) {
    failing(sample, stage);
    String message = stage.cluster().awaitStalled(sample, Reason.CreateFailed).message();
    assertThat(message).contains("personalize-operator.io/recreate");
    if (sample == Sample.DATASET_GROUP || sample == Sample.FILTER) {
      assertThat(message).contains(WHY);
    }
    stage.cloud().awaitSweeps(3, sample.list());
    assertThat(stage.cloud().calls(sample.create())).hasSize(1);

    stage.cluster().recreate(sample, "yes");
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(2);
    assertThat(stage.cloud().effects(sample.delete())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "DATASET", "SOLUTION", "CAMPAIGN", "FILTER"})
  void whatFailedIsDeletedWithItsCustomResourceThoughItBeRetained(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.cloud().failCreation(sample.create(), WHY);
    // So slow that a campaign is deleted before it is tried again, ten minutes later.
    stage.cloud().speed(10);
    stage.cluster().apply(sample, "deletionPolicy: Retain");
    stage.cluster().awaitStalled(sample, Reason.CreateFailed);

    stage.cluster().delete(sample);
    stage.cluster().awaitGone(sample);
    assertThat(new OutOfBandUser(stage).everything()).doesNotContain(sample.arn());
  }

  @Test
  void aCampaignIsTriedAgainByAnUpdateAfterTenMinutes(Stage stage) {
    stage.cloud().speed(60);
    failing(Sample.CAMPAIGN, stage);
    assertThat(stage.cluster().awaitStalled(Sample.CAMPAIGN, Reason.CreateFailed).message())
        .contains(WHY);
    stage.advance(Duration.ofMinutes(11));

    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("CreateCampaign")).hasSize(1);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  @Test
  void anImportThatFailedRunsAgainWhenItsManifestSaysSo(Stage stage) {
    failing(Sample.DATASET_IMPORT, stage);
    assertThat(stage.cluster().awaitStalled(Sample.DATASET_IMPORT, Reason.ImportFailed).message())
        .contains(WHY);
    stage.cloud().awaitSweeps(2, Sample.DATASET_IMPORT.list());
    assertThat(stage.cloud().calls("CreateDatasetImportJob")).hasSize(1);

    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":{\"run\":\"2\"}}");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(2);
  }

  @Test
  void aFailedTrainingIsRepeatedAfterTheNextImport(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().awaitReady(Sample.SOLUTION.before());
    stage.cloud().failCreation("CreateSolutionVersion", WHY);
    stage.cluster().apply(Sample.SOLUTION, "training: {retries: 0}");
    stage.cluster().apply(Sample.CAMPAIGN);
    assertThat(stage.cluster().awaitStalled(Sample.SOLUTION, Reason.TrainingFailed).message())
        .contains(WHY);
    stage.cluster().awaitReconciling(Sample.CAMPAIGN, Reason.WaitingForSolution);
    stage.cloud().awaitSweeps(2, "ListSolutionVersions");
    assertThat(stage.cloud().calls("CreateSolutionVersion")).hasSize(1);

    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":{\"run\":\"2\"}}");
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN));
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(2);
  }

  @Test
  void aCampaignUpdateThatFailsCostsNotTheOneThatServes(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().failCreation("UpdateCampaign", "Insufficient capacity.");
    // So slow that the failure is seen before the update is sent again, half a minute later.
    stage.cloud().speed(10);

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":3}}");
    assertThat(stage.cluster().awaitStalled(Sample.CAMPAIGN, Reason.UpdateFailed).message())
        .contains("Insufficient capacity.");
    assertThat(Cluster.isTrue(stage.cluster().get(Sample.CAMPAIGN), "Ready")).isTrue();
    stage.advance(Duration.ofMinutes(11));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(2);
  }

  @Test
  void aQuotaIsWaitedFor(Stage stage) {
    stage.startOperator();
    for (int i = 0; i < 5; i++) {
      String name = "other-" + i;
      stage.aws().createDatasetGroup(r -> r.name(name));
    }
    stage.cluster().apply(Sample.DATASET_GROUP);
    assertThat(
            stage.cluster().awaitReconciling(Sample.DATASET_GROUP, Reason.QuotaExceeded).message())
        .contains("datasetGroups");

    stage
        .aws()
        .deleteDatasetGroup(
            r -> r.datasetGroupArn(Sample.DATASET_GROUP.arn().replace("movies", "other-0")));
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
  }

  private static void failing(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.cloud().failCreation(sample.create(), WHY);
    stage.cluster().apply(sample);
  }
}
