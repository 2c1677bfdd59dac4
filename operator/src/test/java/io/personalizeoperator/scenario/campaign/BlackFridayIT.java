package io.personalizeoperator.scenario.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cloud;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.TrainingType;

/** A Black Friday on which all happens at once, told once and to the last call. */
@ExtendWith(Stages.class)
class BlackFridayIT {
  private static final Instant RAISE = Instant.parse("2026-11-26T22:30:00Z");
  private static final Instant START = Instant.parse("2026-11-26T23:00:00Z");
  private static final Instant END = Instant.parse("2026-11-28T05:00:00Z");
  private static final Duration UPDATE = Duration.ofMinutes(8);

  /** Six seconds at the speed of the scenario: a call takes so long on a busy machine. */
  private static final Duration LEEWAY = Duration.ofMinutes(3);

  /** How long the operator waits after a refusal, and after an update that failed in AWS. */
  private static final Duration BACKOFF = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** A minute is two seconds: enough for a busy machine to do in a minute what has to be done. */
  private static final int SPEED = 30;

  private static final String CAPACITY_READY = "CapacityReady";
  private static final String[] SPIKE = {
    "minProvisionedTPS: 2",
    "spikes:",
    "- {name: black-friday, start: \"2026-11-27T00:00\", end: \"2026-11-28T06:00\","
        + " timeZone: Europe/Madrid, minProvisionedTPS: 200, leadTime: 30m}"
  };

  /** AWS trains by itself for the first time an hour and three days after it made the solution. */
  private static final String[] AUTOMATIC_TRAINING = {
    "performAutoTraining: true",
    "config: {autoTrainingConfig: {schedulingExpression: rate(3 days)}}"
  };

  private String firstVersion;
  private String secondVersion;

  @Test
  void capacityHoldsThroughAFailureANewVersionAConsoleChangeAndARestart(Stage stage) {
    Condition ready = Cluster.find(prepare(stage), Conditions.READY);

    theRaiseIsRefusedThenFailsAndThenSucceeds(stage);
    aVersionThatAwsTrainsByItselfWaits(stage);
    somebodyLowersTheCapacityInTheConsole(stage);
    theOperatorIsRestartedDuringTheCorrection(stage);
    PersonalizeResource<?, ?> after = theWindowEnds(stage);

    assertTheCalls(stage.cloud().everybodysMutations());
    assertTheEvents(stage.cluster());
    assertTheStatus((CampaignStatus) after.getStatus());
    assertThat(Cluster.find(after, Conditions.READY).lastTransitionTime())
        .as("it served all the time")
        .isEqualTo(ready.lastTransitionTime());
  }

  private PersonalizeResource<?, ?> prepare(Stage stage) {
    stage.cloud().speed(SPEED);
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION, AUTOMATIC_TRAINING);
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cluster().apply(Sample.CAMPAIGN, SPIKE);
    PersonalizeResource<?, ?> campaign = stage.cluster().awaitReady(Sample.CAMPAIGN);
    firstVersion = new OutOfBandUser(stage).newestVersion();
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, UPDATE);
    stage.cloud().takes(Durations.TRAINING, Duration.ofHours(1));
    return campaign;
  }

  private void theRaiseIsRefusedThenFailsAndThenSucceeds(Stage stage) {
    stage.cloud().disturb("UpdateCampaign", Type.THROTTLE, 1);
    stage.cloud().failCreation("UpdateCampaign", "No capacity was to be had.");
    passTo(stage, RAISE);
    await(stage, "the raise under way", BlackFridayIT::isRising);

    passUpdate(stage);
    await(
        stage,
        "the second try",
        one -> isRising(one) && Integer.valueOf(1).equals(status(one).failedUpdates()));

    passUpdate(stage);
    Condition capacity =
        Cluster.find(
            await(stage, "the capacity", BlackFridayIT::hasSpikesCapacity), CAPACITY_READY);
    assertThat(capacity.lastTransitionTime()).isBetween(RAISE.plus(UPDATE.multipliedBy(2)), START);
  }

  private void aVersionThatAwsTrainsByItselfWaits(Stage stage) {
    passTo(stage, Instant.parse("2026-11-27T14:00:00Z"));
    PersonalizeResource<?, ?> campaign =
        await(stage, "the freeze", one -> hasReason(one, Reason.RolloutFrozen));
    secondVersion = new OutOfBandUser(stage).newestVersion();
    SolutionVersion version =
        stage
            .aws()
            .describeSolutionVersion(r -> r.solutionVersionArn(secondVersion))
            .solutionVersion();
    assertThat(version.trainingType()).isEqualTo(TrainingType.AUTOMATIC);
    assertThat(version.lastUpdatedDateTime()).as("promotable since").isBetween(START, END);
    assertThat(Cluster.find(campaign, Conditions.READY).message())
        .contains(secondVersion.substring(secondVersion.lastIndexOf('/') + 1), END.toString());
    assertThat(Cluster.isTrue(campaign, CAPACITY_READY)).isTrue();
  }

  private static void somebodyLowersTheCapacityInTheConsole(Stage stage) {
    stage.aws().updateCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()).minProvisionedTPS(9));
    passUpdate(stage);
    stage.cluster().awaitReconciling(Sample.CAMPAIGN, Reason.Updating);
    await(
        stage,
        "the correction under way",
        one -> isRising(one) && status(one).minProvisionedTPS() == 9);
  }

  private void theOperatorIsRestartedDuringTheCorrection(Stage stage) {
    stage.stopOperator().startOperator();
    passUpdate(stage);
    PersonalizeResource<?, ?> campaign =
        await(stage, "the capacity again", BlackFridayIT::hasSpikesCapacity);
    assertThat(Cluster.find(campaign, Conditions.READY).reason())
        .isEqualTo(Reason.RolloutFrozen.name());
    assertThat(status(campaign).solutionVersionArn()).isEqualTo(firstVersion);
  }

  private PersonalizeResource<?, ?> theWindowEnds(Stage stage) {
    passTo(stage, END);
    PersonalizeResource<?, ?> lowered =
        await(stage, "the lowering", one -> Cluster.isTrue(one, Reason.Updating.name()));
    assertThat(Cluster.isTrue(lowered, Conditions.RECONCILING)).as("by schedule").isFalse();
    passUpdate(stage);
    await(stage, "the new version", one -> secondVersion.equals(status(one).solutionVersionArn()));
    PersonalizeResource<?, ?> campaign = stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.advance(Duration.ofHours(12));
    stage.cloud().speed(20 * SPEED);
    stage.cloud().awaitSweeps(2, "ListCampaigns", "ListSolutionVersions");
    return campaign;
  }

  private void assertTheCalls(List<Call> calls) {
    int made = 6;
    assertThat(calls.subList(0, made))
        .extracting(Call::operation)
        .containsExactlyInAnyOrder(
            "CreateDatasetGroup",
            "CreateSchema",
            "CreateDataset",
            "CreateDatasetImportJob",
            "CreateSolution",
            "CreateSolutionVersion");
    List<Call> campaign = calls.subList(made, calls.size());
    assertThat(campaign.stream().map(this::line))
        .containsExactly(
            "operator: CreateCampaign first 2",
            "operator: UpdateCampaign 200 ThrottlingException",
            "operator: UpdateCampaign 200",
            "operator: UpdateCampaign 200",
            "colleague: UpdateCampaign 9",
            "operator: UpdateCampaign 200",
            "operator: UpdateCampaign second 2");
    assertTheTimes(campaign.stream().map(Call::at).toList());
  }

  /** Each is in time; and none is before the end of the one before it, refusals left aside. */
  private static void assertTheTimes(List<Instant> calls) {
    Instant refused = calls.get(1);
    Instant failed = calls.get(2);
    Instant raised = calls.get(3);
    Instant lowered = calls.get(4);
    Instant corrected = calls.get(5);
    Instant over = calls.get(6);
    assertThat(refused).isBetween(RAISE, RAISE.plus(LEEWAY));
    assertThat(failed).isBetween(refused.plus(BACKOFF), refused.plus(BACKOFF).plus(LEEWAY));
    assertThat(raised).isBetween(end(failed).plus(PAUSE), end(failed).plus(PAUSE).plus(LEEWAY));
    assertThat(end(raised)).isBefore(START);
    assertThat(lowered).isAfter(end(raised));
    assertThat(corrected).isBetween(end(lowered), end(lowered).plus(LEEWAY));
    assertThat(end(corrected)).isBefore(over);
    assertThat(over).isBetween(END, END.plus(LEEWAY));
  }

  private static Instant end(Instant update) {
    return update.plus(UPDATE);
  }

  /** A call in a line: who, what, the version and the requests per second, and how it failed. */
  private String line(Call call) {
    Map<?, ?> input = Serialization.unmarshal(call.input(), Map.class);
    String version = (String) input.get("solutionVersionArn");
    return (Cloud.isOfOutOfBandUser(call) ? "colleague: " : "operator: ")
        + call.operation()
        + (version == null ? "" : version.equals(firstVersion) ? " first" : " second")
        + " "
        + input.get("minProvisionedTPS")
        + (call.error() == null ? "" : " " + call.error());
  }

  private static void assertTheEvents(Cluster cluster) {
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "SpikeCapacityRequested"))
        .isEqualTo(
            "For spike black-friday, which starts at 2026-11-26T23:00:00Z: minProvisionedTPS 2 -> 200.");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "UpdateFailed"))
        .contains("No capacity was to be had.");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "SpikeCapacityReady"))
        .isEqualTo("200 requests per second are provisioned for spike black-friday.");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "RolloutFrozen")).contains("black-friday");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "DriftCorrected"))
        .isEqualTo("Correcting it in AWS: minProvisionedTPS 9 -> 200.");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "Updated"))
        .contains("version ", "minProvisionedTPS 200 -> 2");
    assertThat(cluster.awaitEvent(Sample.CAMPAIGN, "SpikeOver"))
        .contains("2 requests per second are wanted now");
    assertThat(cluster.events(Sample.CAMPAIGN, "SpikeCapacityLate")).isEmpty();
  }

  private void assertTheStatus(CampaignStatus status) {
    assertThat(status.solutionVersionArn()).isEqualTo(secondVersion);
    assertThat(status.tps()).isEqualTo("2/2");
    assertThat(status.activeSpike()).isNull();
    assertThat(status.nextSpike()).isNull();
    assertThat(status.spikesOver()).containsExactly("black-friday");
    assertThat(status.lateSpike()).isNull();
    assertThat(status.failedUpdates()).isNull();
    assertThat(status.latestUpdate().status()).isEqualTo("ACTIVE");
    assertThat(Conditions.isTrue(status.lifecycle().conditions(), CAPACITY_READY)).isTrue();
  }

  /**
   * Jumps to shortly before a moment. The moment itself is not jumped over: the operator notices a
   * jump a little late, and would date what it then sees by its old time.
   */
  private static void passTo(Stage stage, Instant moment) {
    Duration jump = Duration.between(stage.cloud().now(), moment.minusSeconds(20));
    if (jump.isPositive()) {
      stage.advance(jump);
    }
  }

  /** Jumps to shortly before the end of the latest update. */
  private static void passUpdate(Stage stage) {
    passTo(stage, end(stage.cloud().everybodysMutations().getLast().at()));
  }

  private static PersonalizeResource<?, ?> await(
      Stage stage, String what, Predicate<PersonalizeResource<?, ?>> wanted) {
    return stage.cluster().await(Sample.CAMPAIGN, what, wanted);
  }

  /** An update to the spike's capacity is under way. */
  private static boolean isRising(PersonalizeResource<?, ?> campaign) {
    Condition capacity = Cluster.find(campaign, CAPACITY_READY);
    return capacity.status() == ConditionStatus.False
        && capacity.message().startsWith("An update to 200 requests per second is under way");
  }

  private static boolean hasSpikesCapacity(PersonalizeResource<?, ?> campaign) {
    return Cluster.isTrue(campaign, CAPACITY_READY)
        && "200/200".equals(status(campaign).tps())
        && "black-friday".equals(status(campaign).activeSpike());
  }

  private static boolean hasReason(PersonalizeResource<?, ?> campaign, Reason reason) {
    return Cluster.find(campaign, Conditions.READY).reason().equals(reason.name());
  }

  private static CampaignStatus status(PersonalizeResource<?, ?> campaign) {
    return ((Campaign) campaign).getStatus();
  }
}
