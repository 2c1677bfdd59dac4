package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.History;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a call has brought about is found out, also when its reply is lost, and reported at once.
 */
@ExtendWith(Stages.class)
class OutcomeIT {
  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "DATASET_IMPORT", "CAMPAIGN"})
  void theFirstStatusAfterACreationHasTheArn(Sample sample, Stage stage) {
    parentsAreReady(sample, stage);

    try (History history = new History(stage, sample)) {
      stage.cluster().apply(sample);
      stage.cluster().awaitReady(sample);
      assertThat(history.reported().getFirst().lifecycle().arn()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S"})
  void aTrainingWhoseReplyIsLostBeforeTheOperatorIsKilledIsStartedOnce(Duration lag, Stage stage) {
    parentsAreReady(Sample.SOLUTION, stage);
    stage.cloud().takes(Durations.TRAINING, Duration.ofMinutes(1));
    stage.cloud().disturb("CreateSolutionVersion", Type.DROP_REPLY, 1);
    stage.loseStatuses();
    stage.cloud().lags(lag);
    stage.cluster().apply(Sample.SOLUTION);
    awaitEffect("CreateSolutionVersion", stage);
    stage.crashOperator();

    stage.startOperator();
    stage.cluster().awaitReady(Sample.SOLUTION);
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    assertThat(new OutOfBandUser(stage).versions()).hasSize(1);
  }

  @Test
  void aJobWhoseReplyIsLostIsFoundByItsNameThoughNoListCanBeRead(Stage stage) {
    parentsAreReady(Sample.DATASET_IMPORT, stage);
    stage.cluster().apply(Sample.DATASET_IMPORT);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    stage.cloud().disturb("CreateDatasetImportJob", Type.DROP_REPLY, 1);
    stage.cloud().disturb("ListDatasetImportJobs", Type.SERVER_ERROR);

    stage.cluster().apply(Sample.DATASET_IMPORT, "run: \"2\"");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    stage.cloud().calm();
    assertThatTheLatestOfSoManyJobsHasImported(2, stage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S"})
  void aJobWhoseReplyIsLostBeforeTheOperatorIsKilledIsFound(Duration lag, Stage stage) {
    parentsAreReady(Sample.DATASET_IMPORT, stage);
    stage.cloud().disturb("CreateDatasetImportJob", Type.DROP_REPLY, 1);
    stage.loseStatuses();
    stage.cloud().lags(lag);
    stage.cluster().apply(Sample.DATASET_IMPORT);
    awaitEffect("CreateDatasetImportJob", stage);
    stage.crashOperator();

    stage.startOperator();
    assertThatTheLatestOfSoManyJobsHasImported(1, stage);
  }

  private static void parentsAreReady(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
  }

  private static void assertThatTheLatestOfSoManyJobsHasImported(int jobs, Stage stage) {
    DatasetImport ready = (DatasetImport) stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(Cluster.find(ready, Conditions.READY).reason()).isEqualTo(Reason.Imported.name());
    List<Call> effects = stage.cloud().effects("CreateDatasetImportJob");
    assertThat(effects).hasSize(jobs);
    assertThat(effects.getLast().input()).contains(ready.getStatus().latest().name());
    assertThat(ready.lifecycle().arn()).endsWith("/" + ready.getStatus().latest().name());
    assertThat(stage.aws().listDatasetImportJobs(r -> {}).datasetImportJobs()).hasSize(jobs);
  }

  private static void awaitEffect(String operation, Stage stage) {
    stage
        .cloud()
        .awaitCalls(
            "the effect of " + operation, 0, calls -> !stage.cloud().effects(operation).isEmpty());
  }
}
