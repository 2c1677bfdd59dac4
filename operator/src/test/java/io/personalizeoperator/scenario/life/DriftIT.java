package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What somebody changes in AWS is put right and told; what holds data is not made again empty. */
@ExtendWith(Stages.class)
class DriftIT {
  private static final Duration TAG_CHECK = Duration.ofHours(6).plusMinutes(1);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SCHEMA")
  void tagsArePutRightAndThoseOfOthersLeftAlone(Sample sample, Stage stage) {
    String arn = ready(sample, stage, "tags: {team: search, level: gold}").lifecycle().arn();
    OutOfBandUser colleague = new OutOfBandUser(stage);
    colleague.tag(arn, Map.of("team", "sales", "cost-centre", "7"));
    colleague.untag(arn, "level");
    long mark = stage.cloud().mark();

    stage.advance(TAG_CHECK);
    assertThat(stage.cluster().awaitEvent(sample, "DriftCorrected")).contains("team", "level");
    stage.cluster().awaitReady(sample);

    assertThat(colleague.tags(arn))
        .containsEntry("team", "search")
        .containsEntry("level", "gold")
        .containsEntry("cost-centre", "7");
    assertThat(stage.cloud().mutationsAfter(mark))
        .extracting(call -> call.operation())
        .containsExactly("TagResource");
  }

  @Test
  void ownersTagsThatWereAllRemovedAreSetAgain(Stage stage) {
    String arn = ready(Sample.DATASET_GROUP, stage).lifecycle().arn();
    OutOfBandUser colleague = new OutOfBandUser(stage);
    colleague.untag(arn, colleague.tags(arn).keySet().toArray(String[]::new));

    stage.advance(TAG_CHECK);
    stage.cluster().awaitEvent(Sample.DATASET_GROUP, "DriftCorrected");
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    assertThat(colleague.tags(arn)).containsEntry("personalize-operator.io/name", "movies");
  }

  @Test
  void aCampaignsCapacityAndConfigurationArePutRight(Stage stage) {
    String arn = ready(Sample.CAMPAIGN, stage, "minProvisionedTPS: 2").lifecycle().arn();

    stage.aws().updateCampaign(r -> r.campaignArn(arn).minProvisionedTPS(9));

    assertThat(stage.cluster().awaitEvent(Sample.CAMPAIGN, "DriftCorrected"))
        .contains("minProvisionedTPS 9 -> 2");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.aws().describeCampaign(r -> r.campaignArn(arn)).campaign().minProvisionedTPS())
        .isEqualTo(2);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  @Test
  void aSolutionsAutomaticTrainingIsSwitchedOffAgain(Stage stage) {
    String arn = ready(Sample.SOLUTION, stage).lifecycle().arn();

    stage.aws().updateSolution(r -> r.solutionArn(arn).performAutoTraining(true));

    assertThat(stage.cluster().awaitEvent(Sample.SOLUTION, "DriftCorrected"))
        .contains("performAutoTraining true -> false");
    stage.cluster().awaitReady(Sample.SOLUTION);
    assertThat(
            stage.aws().describeSolution(r -> r.solutionArn(arn)).solution().performAutoTraining())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SCHEMA", "SOLUTION", "CAMPAIGN", "FILTER"})
  void whatCanBeMadeAgainIsMadeAgain(Sample sample, Stage stage) {
    ready(sample, stage);

    new OutOfBandUser(stage).delete(sample);

    assertThat(stage.cluster().awaitEvent(sample, "DriftCorrected")).contains(sample.arn(), "gone");
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(2);
    assertThat(new OutOfBandUser(stage).everything()).contains(sample.arn());
    if (sample == Sample.SOLUTION) {
      assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "DATASET"})
  void whatHoldsDataIsMadeAgainOnlyAtTheUsersWord(Sample sample, Stage stage) {
    ready(sample, stage);
    new OutOfBandUser(stage).delete(sample);
    assertThat(stage.cluster().awaitStalled(sample, Reason.Vanished).message())
        .contains(sample.arn(), "personalize-operator.io/recreate");
    stage.cloud().awaitSweeps(3, sample.list());
    assertThat(stage.cloud().calls(sample.create())).hasSize(1);

    stage.cluster().recreate(sample, "yes");
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().calls(sample.create())).hasSize(2);

    // The same value is the user's word for one time only.
    new OutOfBandUser(stage).delete(sample);
    stage.cluster().awaitStalled(sample, Reason.Vanished);
    assertThat(stage.cloud().calls(sample.create())).hasSize(2);
  }

  @Test
  void aDatasetThatVanishedKeepsWhatDependsOnItFromGoingOn(Stage stage) {
    ready(Sample.DATASET_IMPORT, stage);
    new OutOfBandUser(stage).delete(Sample.DATASET);
    stage.cluster().awaitStalled(Sample.DATASET, Reason.Vanished);
    stage.cluster().awaitReconciling(Sample.DATASET_IMPORT, Reason.WaitingForDataset);

    stage.cluster().recreate(Sample.DATASET, "yes");
    stage
        .cloud()
        .awaitCalls(
            "that the data that went with the dataset is imported again",
            0,
            calls -> stage.cloud().effects("CreateDatasetImportJob").size() == 2);
    stage.cluster().awaitReady(List.of(Sample.DATASET, Sample.DATASET_IMPORT));
  }

  @Test
  void theWordToMakeAHealthyDatasetAgainImportsNothing(Stage stage) {
    ready(Sample.DATASET_IMPORT, stage);

    stage.cluster().recreate(Sample.DATASET, "yes");
    stage
        .cluster()
        .await(
            Sample.DATASET,
            "the word taken as heard",
            dataset -> "yes".equals(dataset.lifecycle().recreated()));
    stage.cloud().awaitSweeps(2, Sample.DATASET_IMPORT.list());

    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(1);
  }

  private static PersonalizeResource<?, ?> ready(Sample sample, Stage stage, String... more) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, more);
    return stage.cluster().awaitReady(sample);
  }
}
