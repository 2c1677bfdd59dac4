package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.simulator.world.Durations;
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

/** An operator that is killed at the worst moment: the next one finds what it has made. */
@ExtendWith(Stages.class)
class CrashIT {
  private static final List<Sample> ALL = List.of(Sample.values());

  @ParameterizedTest
  @EnumSource
  void killedBetweenTheCreationAndItsStatus(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.loseStatuses();
    stage.cluster().apply(sample);
    awaitEffect(stage, sample.create());
    stage.crashOperator();
    assertThat(stage.cluster().get(sample).lifecycle().arn()).isNull();

    stage.startOperator();
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void killedSoWhileListsLagAndTheReplyWasLost(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.loseStatuses();
    stage.cloud().lags(Duration.ofSeconds(30));
    stage.cloud().disturb(sample.create(), Type.DROP_REPLY, 1);
    stage.cluster().apply(sample);
    awaitEffect(stage, sample.create());
    stage.crashOperator();

    stage.startOperator();
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT30S"})
  void killedBetweenTheTrainingAndItsStatus(Duration lag, Stage stage) {
    stage.startOperator();
    stage.cloud().takes(Durations.TRAINING, Duration.ofMinutes(1));
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().awaitReady(Sample.SOLUTION.before());
    stage.loseStatuses();
    stage.cloud().lags(lag);
    stage.cluster().apply(Sample.SOLUTION);
    awaitEffect(stage, "CreateSolutionVersion");
    stage.crashOperator();

    stage.startOperator();
    stage.cluster().awaitReady(Sample.SOLUTION);
    assertThat(stage.cloud().effects("CreateSolution")).hasSize(1);
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    assertThat(new OutOfBandUser(stage).versions()).hasSize(1);
  }

  @Test
  void killedBetweenAnUpdateAndItsStatus(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.loseStatuses();
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":3}}");
    awaitEffect(stage, "UpdateCampaign");
    stage.crashOperator();

    stage.startOperator();
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  @Test
  void killedAgainAndAgainWhileEverythingIsMadeAndDeleted(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    for (String operation : List.of("CreateDataset", "CreateSolution", "CreateCampaign")) {
      awaitEffect(stage, operation);
      stage.crashOperator();
      stage.startOperator();
    }
    stage.cluster().awaitReady(ALL);
    ALL.forEach(sample -> assertThat(stage.cloud().effects(sample.create())).hasSize(1));

    ALL.forEach(stage.cluster()::delete);
    for (String operation : List.of("DeleteCampaign", "DeleteSolution")) {
      awaitEffect(stage, operation);
      stage.crashOperator();
      stage.startOperator();
    }
    ALL.forEach(stage.cluster()::awaitGone);
    assertThat(new OutOfBandUser(stage).everything()).isEmpty();
  }

  @Test
  void aThirdOfAllCallsGoesWrongWhileListsLag(Stage stage) {
    stage.cloud().lags(Duration.ofSeconds(3));
    stage.cloud().disturbSome("*", Type.THROTTLE, 0.1);
    stage.cloud().disturbSome("*", Type.SERVER_ERROR, 0.1);
    stage.cloud().disturbSome("*", Type.DROP_REPLY, 0.1);
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    stage.cluster().awaitReady(ALL);
    ALL.forEach(
        sample ->
            assertThat(stage.cloud().effects(sample.create())).as(sample.create()).hasSize(1));
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);

    ALL.forEach(stage.cluster()::delete);
    stage.cloud().speed(60);
    ALL.forEach(stage.cluster()::awaitGone);
    stage.cloud().calm();
    stage.advance(Duration.ofSeconds(5));
    assertThat(new OutOfBandUser(stage).everything()).isEmpty();
  }

  private static void awaitEffect(Stage stage, String operation) {
    stage
        .cloud()
        .awaitCalls(
            "the effect of " + operation, 0, calls -> !stage.cloud().effects(operation).isEmpty());
  }
}
