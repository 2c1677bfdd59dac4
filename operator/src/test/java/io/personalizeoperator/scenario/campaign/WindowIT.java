package io.personalizeoperator.scenario.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.simulator.faults.CallLog.Call;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a window does to versions, to GitOps tools, and to a campaign that is left in AWS. */
@ExtendWith(Stages.class)
class WindowIT {
  private static final Instant RAISE = Instant.parse("2026-11-26T22:30:00Z");
  private static final Instant END = Instant.parse("2026-11-28T05:00:00Z");
  private static final Duration UPDATE = Duration.ofMinutes(8);
  private static final Duration SHORTLY = Duration.ofMinutes(10);
  private static final String[] SPIKE = {
    "minProvisionedTPS: 2",
    "spikes:",
    "- {name: black-friday, start: \"2026-11-26T23:00Z\", end: \"2026-11-28T05:00Z\","
        + " minProvisionedTPS: 100, leadTime: 30m}"
  };

  @Test
  void aVersionWaitsFromJustBeforeTheRaiseAndNoOtherOneTakesItsPlace(Stage stage) {
    prepare(stage);
    OutOfBandUser colleague = new OutOfBandUser(stage);
    String first = colleague.newestVersion();
    passTo(stage, RAISE.minus(SHORTLY));
    // So slow that what lasts some minutes is seen on a busy machine.
    stage.cloud().speed(30);
    String second = colleague.train();
    awaitFrozen(stage, second);
    assertThat(stage.cloud().calls("UpdateCampaign"))
        .as("before the raise")
        .noneMatch(call -> call.at().isBefore(RAISE));

    theRaiseIsNoReconciling(stage);
    aForeignVersionIsCorrected(stage, colleague, first, second);

    passTo(stage, END);
    passUpdate(stage, "the new version with the lowering", 4);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(lastUpdate(stage)).contains(colleague.newestVersion(), "\"minProvisionedTPS\":2");
  }

  private static void theRaiseIsNoReconciling(Stage stage) {
    passTo(stage, RAISE);
    PersonalizeResource<?, ?> rising =
        stage
            .cluster()
            .await(
                Sample.CAMPAIGN,
                "the raise",
                one -> Cluster.isTrue(one, Reason.Updating.name()) && "2/100".equals(tps(one)));
    assertThat(Cluster.isTrue(rising, Conditions.READY)).isTrue();
    assertThat(Cluster.isTrue(rising, Conditions.RECONCILING)).isFalse();
    assertThat(Cluster.isTrue(rising, "CapacityReady")).isFalse();
    passUpdate(stage, "the raise", 1);
    stage.cluster().await(Sample.CAMPAIGN, "the capacity", one -> "100/100".equals(tps(one)));
    assertThat(lastUpdate(stage)).doesNotContain("solutionVersionArn");
  }

  private static void aForeignVersionIsCorrected(
      Stage stage, OutOfBandUser colleague, String first, String second) {
    String third = colleague.train();
    awaitFrozen(stage, third);
    stage
        .aws()
        .updateCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()).solutionVersionArn(second));
    passUpdate(stage, "the version in the console", 2);
    passUpdate(stage, "the correction", 3);
    assertThat(lastUpdate(stage)).contains(first);
    assertThat(stage.cluster().awaitEvent(Sample.CAMPAIGN, "DriftCorrected")).contains("version ");
    stage
        .cluster()
        .await(
            Sample.CAMPAIGN,
            "the version that was deployed last",
            one -> first.equals(status(one).solutionVersionArn()));
    awaitFrozen(stage, third);
  }

  @Test
  void aRetainedCampaignIsLoweredBeforeItsResourceGoes(Stage stage) {
    prepare(stage, "deletionPolicy: Retain");
    passTo(stage, RAISE);
    passUpdate(stage, "the raise", 1);
    stage.cluster().await(Sample.CAMPAIGN, "the capacity", one -> "100/100".equals(tps(one)));

    stage.cluster().delete(Sample.CAMPAIGN);
    passUpdate(stage, "the lowering", 2);
    stage.cluster().awaitGone(Sample.CAMPAIGN);

    assertThat(
            stage
                .aws()
                .describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()))
                .campaign()
                .minProvisionedTPS())
        .isEqualTo(2);
  }

  private static void prepare(Stage stage, String... more) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN, concat(SPIKE, more));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, UPDATE);
  }

  private static String[] concat(String[] some, String[] more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static void awaitFrozen(Stage stage, String version) {
    String id = version.substring(version.lastIndexOf('/') + 1);
    stage
        .cluster()
        .await(
            Sample.CAMPAIGN,
            "RolloutFrozen of " + id,
            one -> {
              var ready = Cluster.find(one, Conditions.READY);
              return ready.reason().equals(Reason.RolloutFrozen.name())
                  && ready.message().contains(id);
            });
  }

  private static void passTo(Stage stage, Instant moment) {
    stage.advance(Duration.between(stage.cloud().now(), moment.plusSeconds(1)));
  }

  /** Waits until AWS has taken so many updates, and lets the last one end. */
  private static void passUpdate(Stage stage, String what, int count) {
    stage.cloud().awaitCalls(what, 0, calls -> updates(stage).size() == count);
    passTo(stage, updates(stage).getLast().at().plus(UPDATE));
  }

  private static List<Call> updates(Stage stage) {
    return stage.cloud().everybodysMutations().stream()
        .filter(call -> call.operation().equals("UpdateCampaign") && call.error() == null)
        .toList();
  }

  private static String lastUpdate(Stage stage) {
    return updates(stage).stream()
        .filter(call -> !Cloud.isOfOutOfBandUser(call))
        .toList()
        .getLast()
        .input();
  }

  private static String tps(PersonalizeResource<?, ?> campaign) {
    return status(campaign).tps();
  }

  private static CampaignStatus status(PersonalizeResource<?, ?> campaign) {
    return (CampaignStatus) campaign.getStatus();
  }
}
