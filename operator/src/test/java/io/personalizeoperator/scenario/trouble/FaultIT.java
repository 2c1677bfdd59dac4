package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls that AWS throttles, fails, or carries out without an answer: nothing twice, nothing lost.
 */
@ExtendWith(Stages.class)
class FaultIT {
  private static final List<Type> TRANSIENT =
      List.of(Type.THROTTLE, Type.SERVER_ERROR, Type.DROP_REPLY);
  private static final int TIMES = 3;

  static Stream<Arguments> samplesAndFaults() {
    return Stream.of(Sample.values())
        .flatMap(sample -> TRANSIENT.stream().map(fault -> Arguments.of(sample, fault)));
  }

  static List<Type> faults() {
    return TRANSIENT;
  }

  @ParameterizedTest
  @MethodSource("samplesAndFaults")
  void aDisturbedCreationIsCarriedOutOnce(Sample sample, Type fault, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.cloud().disturb(sample.create(), fault, TIMES);

    stage.cluster().apply(sample);
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(1);
    if (sample == Sample.SOLUTION) {
      assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void allCreationsDisturbedWhileListsLagMakeEverythingOnce(Type fault, Stage stage) {
    List<Sample> all = List.of(Sample.values());
    stage.cloud().lags(Duration.ofSeconds(3));
    for (Sample sample : all) {
      stage.cloud().disturb(sample.create(), fault, 1);
    }
    stage.cloud().disturb("CreateSolutionVersion", fault, 1);

    stage.startOperator();
    stage.cluster().applyAll(all);
    stage.cluster().awaitReady(all);
    for (Sample sample : all) {
      assertThat(stage.cloud().effects(sample.create())).as(sample.create()).hasSize(1);
    }
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    assertThat(new OutOfBandUser(stage).versions()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aDisturbedTrainingIsStartedOnce(Type fault, Stage stage) {
    stage.startOperator();
    stage.cloud().disturb("CreateSolutionVersion", fault, TIMES);
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION);

    stage.cluster().awaitReady(Sample.SOLUTION);
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
    assertThat(new OutOfBandUser(stage).versions()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void disturbedUpdatesConverge(Type fault, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN));
    stage.cloud().disturb("UpdateCampaign", fault, TIMES);
    stage.cloud().disturb("UpdateSolution", fault, TIMES);
    stage.cloud().disturb("TagResource", fault, TIMES);

    stage.cluster().apply(Sample.CAMPAIGN, "minProvisionedTPS: 4", "tags: {team: search}");
    stage.cluster().patch(Sample.SOLUTION, "{\"spec\":{\"performAutoTraining\":true}}");
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN));

    String campaign = Sample.CAMPAIGN.arn();
    assertThat(
            stage
                .aws()
                .describeCampaign(r -> r.campaignArn(campaign))
                .campaign()
                .minProvisionedTPS())
        .isEqualTo(4);
    assertThat(
            stage
                .aws()
                .describeSolution(r -> r.solutionArn(Sample.SOLUTION.arn()))
                .solution()
                .performAutoTraining())
        .isTrue();
    assertThat(new OutOfBandUser(stage).tags(campaign)).containsEntry("team", "search");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void disturbedDeletionsLeaveNothing(Type fault, Stage stage) {
    List<Sample> all = List.of(Sample.values());
    stage.startOperator();
    stage.cluster().applyAll(all, "deletionPolicy: Delete");
    stage.cluster().awaitReady(all);
    all.stream()
        .filter(Sample::isDeletable)
        .forEach(sample -> stage.cloud().disturb(sample.delete(), fault, 2));

    all.forEach(stage.cluster()::delete);
    all.forEach(stage.cluster()::awaitGone);
    assertThat(new OutOfBandUser(stage).everything()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deniedAccessIsReportedAndTriedAgainAfterTenMinutes(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.cloud().disturb(sample.create(), Type.ACCESS_DENIED);

    stage.cluster().apply(sample);
    assertThat(stage.cluster().awaitStalled(sample, Reason.AccessDenied).message())
        .contains("is not authorized to perform: personalize:" + sample.create());
    stage.cloud().calm();
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(1);
  }

  @Test
  void aDeniedUpdateLeavesTheCampaignServingAndIsTriedAgain(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().disturb("UpdateCampaign", Type.ACCESS_DENIED);

    stage.cluster().apply(Sample.CAMPAIGN, "minProvisionedTPS: 7");
    assertThat(stage.cluster().awaitStalled(Sample.CAMPAIGN, Reason.AccessDenied).message())
        .contains("is not authorized to perform: personalize:UpdateCampaign");
    assertThat(Cluster.isTrue(stage.cluster().get(Sample.CAMPAIGN), Conditions.READY)).isTrue();
    stage.cloud().calm();
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "SCHEMA", "DATASET", "SOLUTION", "CAMPAIGN", "FILTER"})
  void aDeniedDeletionIsReportedAndTriedAgain(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, "deletionPolicy: Delete");
    stage.cluster().awaitReady(sample);
    stage.cloud().disturb(sample.delete(), Type.ACCESS_DENIED);

    stage.cluster().delete(sample);
    assertThat(stage.cluster().awaitStalled(sample, Reason.AccessDenied).message())
        .contains("is not authorized to perform: personalize:" + sample.delete());
    stage.cloud().calm();
    stage.cluster().awaitGone(sample);
    assertThat(stage.cloud().effects(sample.delete())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SCHEMA")
  void deniedTagsAreReportedAndTriedAgain(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample);
    String arn = stage.cluster().awaitReady(sample).lifecycle().arn();
    stage.cloud().disturb("TagResource", Fault.Type.ACCESS_DENIED);

    stage.cluster().apply(sample, "tags: {team: search}");
    stage.cluster().awaitStalled(sample, Reason.AccessDenied);
    assertThat(new OutOfBandUser(stage).tags(arn)).doesNotContainKey("team");
    stage.cloud().calm();
    stage.cluster().awaitReady(sample);
    assertThat(new OutOfBandUser(stage).tags(arn)).containsAllEntriesOf(Map.of("team", "search"));
  }
}
