package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** AWS takes one update at a time, so none may be under way when a raise is due. */
class UpdateBeforeARaiseTest {
  private static final String CONFIG = "config: {enableMetadataWithRecommendations: true}\n";
  private static final String RAISE = "2026-11-26T22:30:00Z v1 200";

  @Test
  void aRolloutDoesNotStartAMinuteBeforeARaise() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:29:00Z").promote("v2");
    assertThat(campaign.reason("Ready")).isEqualTo("RolloutFrozen");
    assertThat(campaign.told("RolloutFrozen").getFirst().notice().message())
        .contains("Version movies/v2 waits for the end of spike black-friday");

    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.updates()).containsExactly(RAISE, "2026-11-28T05:00:00Z v2 2");
  }

  @Test
  void aVersionThatIsRefusedIsFrozenAnUpdateBeforeTheRaise() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T20:00:00Z");
    campaign.failing(
        action ->
            action instanceof Action.Update update
                && ((UpdateCampaignRequest) update.request()).solutionVersionArn() != null,
        new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Not now"));
    campaign.promote("v2").until("2026-11-26T22:14:00Z");
    assertThat(campaign.reason("Ready")).isEqualTo("RefusedByAws");

    campaign.until("2026-11-26T22:15:00Z");
    assertThat(campaign.reason("Ready")).isEqualTo("RolloutFrozen");
  }

  @Test
  void aVersionIsNotRolledOutWhileAwsRefusesTheCapacityOfARaiseThatIsNear() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2026-11-24T12:00:00Z", BLACK_FRIDAY + "rolloutsDuringSpikes: Allow\n");
    campaign
        .until("2026-11-26T22:20:00Z")
        .refusing(
            new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "Too many."))
        .promote("v2")
        .until("2026-11-26T22:22:00Z")
        .refusing(null)
        .promote("v3")
        .until("2026-11-26T22:29:00Z");
    assertThat(campaign.updates()).isEmpty();
    assertThat(campaign.reason("Ready")).isEqualTo("QuotaExceeded");

    campaign.until("2026-11-26T23:00:00Z");
    assertThat(campaign.updates()).containsExactly(RAISE, "2026-11-26T22:38:00Z v3 200");
  }

  @Test
  void aRolloutStartsWhereItEndsBeforeTheRaise() {
    SimulatedCampaign campaign = blackFriday();
    campaign.promote("v2").until("2026-11-26T22:20:00Z").promote("v3");
    campaign.until("2026-11-26T23:00:00Z");
    assertThat(campaign.updates())
        .as("the first update took 8 minutes")
        .containsExactly(
            "2026-11-24T12:00:00Z v2 2",
            "2026-11-26T22:20:00Z v3 2",
            "2026-11-26T22:30:00Z v3 200");
  }

  @Test
  void anEditBeforeARaiseBringsTheCapacityAlong() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:29:00Z");
    campaign.edit(BLACK_FRIDAY + CONFIG).until("2026-11-27T01:00:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-26T22:29:00Z v1 200");
    assertThat(campaign.aws.serving().config().enableMetadataWithRecommendations()).isTrue();
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
  }

  @Test
  void aConfigurationThatAwsRefusedIsNotTriedAgainBeforeARaise() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:18:00Z");
    campaign.failing(
        action ->
            action instanceof Action.Update update
                && ((UpdateCampaignRequest) update.request()).campaignConfig() != null,
        new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Not now"));
    campaign.edit(BLACK_FRIDAY + CONFIG).until("2026-11-26T22:20:00Z");
    campaign.failing(action -> false, null).until("2026-11-26T22:30:30Z");

    assertThat(campaign.updates()).containsExactly(RAISE);
    campaign.until("2026-11-26T23:59:00Z");
    assertThat(campaign.updates()).hasSize(2);
    assertThat(campaign.aws.serving().config()).isNotNull();
  }

  @Test
  void aConfigurationThatFailedIsNotTriedAgainBeforeARaise() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:01:00Z");
    campaign.aws.cannotConfigure(true);
    campaign.edit(BLACK_FRIDAY + CONFIG).until("2026-11-26T22:10:00Z");
    assertThat(campaign.isTrue("Stalled")).isTrue();
    campaign.until("2026-11-26T22:30:30Z");

    assertThat(campaign.updates()).containsExactly("2026-11-26T22:01:00Z v1 2", RAISE);
  }

  @Test
  void capacityIsNotLoweredForAGapThatIsShorterThanAnUpdate() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2026-11-27T06:00:00Z",
            """
            minProvisionedTPS: 5
            spikes:
            - {name: first, start: "2026-11-27T08:00Z", end: "2026-11-27T10:00Z", minProvisionedTPS: 50}
            - {name: second, start: "2026-11-27T10:35Z", end: "2026-11-27T12:00Z", minProvisionedTPS: 50}
            """);
    campaign.until("2026-11-27T10:01:00Z");
    assertThat(campaign.message()).contains("capacity of the next spike already");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    campaign.until("2026-11-28T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-27T07:30:00Z v1 50", "2026-11-27T12:00:00Z v1 5");
  }

  @Test
  void aRaiseIsNeverKeptWaitingByARolloutOfAnyMinuteBeforeIt() {
    Instant raise = Instant.parse("2026-11-26T22:30:00Z");
    for (int minutes = 0; minutes < 40; minutes++) {
      SimulatedCampaign campaign = blackFriday();
      campaign.until(raise.minus(Duration.ofMinutes(minutes))).promote("v2");
      campaign.until("2026-11-26T22:31:00Z");
      assertThat(campaign.updates())
          .as("promoted %d minutes before the raise", minutes)
          .last()
          .matches(
              update -> update.startsWith("2026-11-26T22:30:00Z v") && update.endsWith(" 200"));
    }
  }
}
