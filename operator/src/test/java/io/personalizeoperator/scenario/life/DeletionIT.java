package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Deletion in the order that AWS demands, of what is ours and is to be deleted. */
@ExtendWith(Stages.class)
class DeletionIT {
  private static final List<Sample> ALL = List.of(Sample.values());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allAtOnceInAnyOrderLeavesNothingBehind(long seed, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    stage.cluster().awaitReady(ALL);
    stage.cloud().takes(Durations.DELETE, Duration.ofMinutes(1));

    List<Sample> order = new ArrayList<>(ALL);
    Collections.shuffle(order, new Random(seed));
    order.forEach(stage.cluster()::delete);

    ALL.forEach(stage.cluster()::awaitGone);
    assertThat(new OutOfBandUser(stage).everything()).isEmpty();
    for (Sample sample : ALL) {
      assertThat(stage.cloud().effects(sample.delete())).hasSize(sample.isDeletable() ? 1 : 0);
    }
    assertThat(stage.cloud().callsAfter(0))
        .extracting(Call::error)
        .doesNotContain("ResourceInUseException");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRetainedStays(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, "deletionPolicy: Retain");
    String arn = stage.cluster().awaitReady(sample).lifecycle().arn();
    long mark = stage.cloud().mark();

    stage.cluster().delete(sample);
    stage.cluster().awaitGone(sample);
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
    if (sample.isDeletable()) {
      assertThat(new OutOfBandUser(stage).everything()).contains(arn);
    }

    stage.cluster().apply(sample);
    assertThat(stage.cluster().awaitReady(sample).lifecycle().arn())
        .as("the same manifest takes up what is there")
        .isEqualTo(arn);
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
  }

  @Test
  void aDatasetGroupWaitsForWhatRefersToItAndNamesIt(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    stage.cluster().awaitReady(ALL);

    stage.cluster().delete(Sample.DATASET_GROUP);
    assertThat(
            stage
                .cluster()
                .awaitReconciling(Sample.DATASET_GROUP, Reason.WaitingForDependents)
                .message())
        .contains("Dataset movies", "Filter movies", "Solution movies");
    stage.cluster().delete(Sample.FILTER);
    stage.cluster().awaitGone(Sample.FILTER);
    stage
        .cluster()
        .await(
            Sample.DATASET_GROUP,
            "that it waits for the filter no more",
            one -> !one.lifecycle().conditions().getFirst().message().contains("Filter"));
    assertThat(stage.cloud().calls("DeleteDatasetGroup")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SCHEMA", "DATASET_IMPORT"})
  void aDeletionDuringTheCreationWaitsForItsEnd(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    for (Durations work : Durations.values()) {
      stage.cloud().takes(work, Duration.ofMinutes(5));
    }
    stage.cluster().apply(sample, "deletionPolicy: Delete");
    stage.cluster().awaitReconciling(sample, Reason.Creating);
    stage.cluster().delete(sample);

    stage.cluster().awaitGone(sample);
    assertThat(new OutOfBandUser(stage).everything()).doesNotContain(sample.arn());
    assertThat(stage.cloud().calls(sample.delete())).hasSize(1);
  }

  @Test
  void aTrainingThatRunsIsStoppedFirst(Stage stage) {
    stage.startOperator();
    stage.cloud().takes(Durations.TRAINING, Duration.ofHours(10));
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION);
    stage.cluster().awaitReconciling(Sample.SOLUTION, Reason.Training);

    stage.cluster().delete(Sample.SOLUTION);
    stage.cloud().takes(Durations.TRAINING, Duration.ZERO);
    stage.cluster().awaitGone(Sample.SOLUTION);
    assertThat(stage.cloud().effects("StopSolutionVersionCreation")).hasSize(1);
    assertThat(new OutOfBandUser(stage).everything()).doesNotContain(Sample.SOLUTION.arn());
  }

  @Test
  void whatIsGoneInAwsAlreadyIsGone(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, "deletionPolicy: Delete");
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    new OutOfBandUser(stage).delete(Sample.DATASET_GROUP);
    stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.Vanished);

    stage.cluster().delete(Sample.DATASET_GROUP);
    stage.cluster().awaitGone(Sample.DATASET_GROUP);
    assertThat(stage.cloud().calls("DeleteDatasetGroup")).isEmpty();
  }

  @Test
  void whatWasNeverMadeIsGoneAtOnce(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReconciling(Sample.CAMPAIGN, Reason.WaitingForSolution);

    stage.cluster().delete(Sample.CAMPAIGN);
    stage.cluster().awaitGone(Sample.CAMPAIGN);
  }

  @Test
  void whatAnotherOwnerHasTakenOverMeanwhileStays(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, "deletionPolicy: Delete");
    String arn = stage.cluster().awaitReady(Sample.DATASET_GROUP).lifecycle().arn();
    OutOfBandUser colleague = new OutOfBandUser(stage);
    colleague.tag(arn, Map.of("personalize-operator.io/cluster", "cluster-of-others"));
    stage.advance(Duration.ofMinutes(2));

    stage.cluster().delete(Sample.DATASET_GROUP);
    stage.cluster().awaitGone(Sample.DATASET_GROUP);
    assertThat(colleague.everything()).contains(arn);
    assertThat(stage.cluster().awaitEvent(Sample.DATASET_GROUP, "NotDeleted")).contains(arn);
  }
}
