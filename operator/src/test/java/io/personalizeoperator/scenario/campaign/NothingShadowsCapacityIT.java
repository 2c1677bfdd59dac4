package io.personalizeoperator.scenario.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;

/** Capacity comes before a spike and goes after it, whatever else fails for good. */
@ExtendWith(Stages.class)
class NothingShadowsCapacityIT {
  static final int BASE = 2;
  static final Duration UPDATE = Duration.ofMinutes(8);
  private static final int SPIKE = 100;

  private static final Instant RAISE = Instant.parse("2026-11-25T17:30:00Z");
  private static final Instant START = Instant.parse("2026-11-25T18:00:00Z");
  private static final Instant END = Instant.parse("2026-11-25T19:00:00Z");
  private static final String[] MANIFEST = {
    "minProvisionedTPS: " + BASE,
    "spikes:",
    "- {name: evening, start: \"%s\", end: \"%s\", minProvisionedTPS: %d, leadTime: 30m}"
        .formatted(START, END, SPIKE)
  };

  /** How long a busy operator may take to send what is due. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  /** The operator waits ten minutes after a refusal, less what its clock may be late. */
  private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(9);

  private static final Duration LONGEST_BACKOFF = Duration.ofHours(6).plusMinutes(1);

  /** A minute is a second. */
  private static final int SPEED = 60;

  private static final int FAST = 600;

  @ParameterizedTest
  @EnumSource
  void theRaiseAndTheLoweringAreInTimeThoughAnotherConcernFails(
      FailingConcern concern, Stage stage) {
    prepare(stage);
    Optional<String> failing = Optional.empty();
    if (!concern.beginsInTheWindow()) {
      failing = concern.obstruct(stage);
    }
    if (concern.isNoticedBeforeTheRaise()) {
      awaitReport(concern, BASE, stage);
    }

    theRaiseIsInTime(failing, stage);
    if (concern.beginsInTheWindow()) {
      stage.passTo(START);
      failing = concern.obstruct(stage);
    } else {
      awaitReport(concern, SPIKE, stage);
    }
    theLoweringIsInTime(failing, stage);
    awaitReport(concern, BASE, stage);

    assertWhatFailsIsNotSentAgainWithCapacity(concern, failing, stage);
    assertWhatIsRefusedIsTriedRarely(concern, stage);
    whatFailedSucceedsOnceTheCauseIsFixed(concern, stage);
  }

  private static void prepare(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN, MANIFEST);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().takes(Durations.CAMPAIGN_UPDATE, UPDATE);
    stage.cloud().speed(SPEED);
  }

  private static void theRaiseIsInTime(Optional<String> failing, Stage stage) {
    passUpdate(stage);
    stage.passTo(RAISE);
    Instant raised = awaitChange(SPIKE, RAISE, failing, stage);
    assertThat(raised).isBetween(RAISE, START.minus(UPDATE));
    passUpdate(stage);
    awaitProvisioned(SPIKE, stage);
    assertThat(stage.cloud().now()).as("provisioned").isBefore(START);
  }

  private static void theLoweringIsInTime(Optional<String> failing, Stage stage) {
    stage.passTo(END);
    Instant lowered = awaitChange(BASE, END, failing, stage);
    assertThat(lowered).isBetween(END, END.plus(UPDATE).plus(SLACK));
    passUpdate(stage);
    awaitProvisioned(BASE, stage);
  }

  /** Waits for an update to that capacity that AWS takes and that does not fail, after a moment. */
  private static Instant awaitChange(
      int tps, Instant after, Optional<String> failing, Stage stage) {
    stage
        .cloud()
        .awaitCalls(
            "an update to " + tps + " after " + after,
            0,
            calls -> change(tps, after, failing, stage).isPresent());
    return change(tps, after, failing, stage).orElseThrow().at();
  }

  private static Optional<Call> change(
      int tps, Instant after, Optional<String> failing, Stage stage) {
    return stage.cloud().effects("UpdateCampaign").stream()
        .filter(call -> !call.at().isBefore(after) && tps(call).filter(to -> to == tps).isPresent())
        .filter(call -> !carries(failing, call))
        .findFirst();
  }

  private static void awaitProvisioned(int tps, Stage stage) {
    stage.cloud().awaitCalls(tps + " provisioned", 0, calls -> provisioned(stage) == tps);
  }

  /** The live minimum; where nobody may describe the campaign, what the updates add up to. */
  private static int provisioned(Stage stage) {
    try {
      return stage
          .aws()
          .describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()))
          .campaign()
          .minProvisionedTPS();
    } catch (PersonalizeException e) {
      return stage.cloud().effects("UpdateCampaign").stream()
          .filter(call -> !call.at().plus(UPDATE).isAfter(stage.cloud().now()))
          .flatMap(call -> tps(call).stream())
          .reduce(BASE, (first, second) -> second);
    }
  }

  private static void passUpdate(Stage stage) {
    List<Call> updates = stage.cloud().effects("UpdateCampaign");
    if (!updates.isEmpty()) {
      stage.passTo(updates.getLast().at().plus(UPDATE));
    }
  }

  /** The status tells that concern, and that the campaign serves and has that capacity. */
  private static void awaitReport(FailingConcern concern, int tps, Stage stage) {
    stage
        .cluster()
        .await(
            Sample.CAMPAIGN,
            "%s reported with %d".formatted(concern, tps),
            one ->
                concern.isReported(one)
                    && Cluster.isTrue(one, Conditions.READY)
                    && (!concern.showsCapacity() || hasCapacity(one, tps)));
  }

  private static boolean hasCapacity(PersonalizeResource<?, ?> campaign, int tps) {
    return Cluster.isTrue(campaign, "CapacityReady")
        && "%d/%d".formatted(tps, tps).equals(((Campaign) campaign).getStatus().tps());
  }

  /** The lowering may find out that a version fails, which nobody knew before. */
  private static void assertWhatFailsIsNotSentAgainWithCapacity(
      FailingConcern concern, Optional<String> failing, Stage stage) {
    int live = BASE;
    int merged = 0;
    for (Call call : stage.cloud().calls("UpdateCampaign")) {
      boolean fails = carries(failing, call);
      int asked = tps(call).orElse(live);
      merged += fails && asked != live ? 1 : 0;
      live = fails || call.error() != null ? live : asked;
    }
    assertThat(merged)
        .as("updates that change the capacity and carry what fails")
        .isLessThanOrEqualTo(concern.beginsInTheWindow() ? 1 : 0);
  }

  private static void assertWhatIsRefusedIsTriedRarely(FailingConcern concern, Stage stage) {
    Instant last = Instant.MIN;
    for (Call call : stage.cloud().callsAfter(0).stream().filter(concern::isRefused).toList()) {
      assertThat(call.at()).as(call.operation()).isAfter(last);
      last = call.at().plus(BETWEEN_REFUSALS);
    }
  }

  private static void whatFailedSucceedsOnceTheCauseIsFixed(FailingConcern concern, Stage stage) {
    concern.fix(stage);
    stage.cloud().speed(FAST);
    stage.advance(LONGEST_BACKOFF);
    stage.cloud().awaitCalls(concern + " fixed", 0, calls -> concern.isFixed(stage));
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(provisioned(stage)).isEqualTo(BASE);
  }

  private static boolean carries(Optional<String> failing, Call call) {
    return failing.filter(call.input()::contains).isPresent();
  }

  /** Empty where the update leaves the capacity as it is. */
  private static Optional<Integer> tps(Call update) {
    Map<?, ?> input = Serialization.unmarshal(update.input(), Map.class);
    return Optional.ofNullable((Integer) input.get("minProvisionedTPS"));
  }
}
