package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words in which people are told of spikes. */
class SpikeNewsTest {
  private static List<String> messages(SimulatedCampaign campaign, String reason) {
    return campaign.told(reason).stream().map(one -> one.notice().message()).toList();
  }

  @Test
  void theEndOfASpikeIsToldOnce() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-29T00:00:00Z").restart();
    assertThat(messages(campaign, "SpikeOver"))
        .containsExactly(
            "Spike black-friday no longer sets the capacity; 2 requests per second are wanted now.");
    assertThat(campaign.told("SpikeOver").getFirst().at()).isEqualTo("2026-11-28T05:00:00Z");
    assertThat(campaign.told("SpikeOver").getFirst().notice().warning()).isFalse();
  }

  @Test
  void aSpikeThatGivesWayToAHigherOneIsToldAndSoIsThatOnesEnd() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-27T06:00:00Z",
                """
                minProvisionedTPS: 5
                spikes:
                - {name: day, start: "2026-11-27T08:00Z", end: "2026-11-27T20:00Z", minProvisionedTPS: 50}
                - {name: noon, start: "2026-11-27T12:00Z", duration: 2h, minProvisionedTPS: 90}
                """)
            .until("2026-11-28T00:00:00Z");
    assertThat(messages(campaign, "SpikeOver"))
        .containsExactly(
            "Spike day no longer sets the capacity; 90 requests per second are wanted now.",
            "Spike noon no longer sets the capacity; 50 requests per second are wanted now.",
            "Spike day no longer sets the capacity; 5 requests per second are wanted now.");
  }

  @Test
  void aSpikeThatIsTakenOutOfTheManifestIsOver() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z");
    campaign.edit("minProvisionedTPS: 3\n");
    assertThat(messages(campaign, "SpikeOver"))
        .containsExactly(
            "Spike black-friday no longer sets the capacity; 3 requests per second are wanted now.");
  }

  @Test
  void aSpikeThatHasNotBegunIsTakenOutInSilence() {
    SimulatedCampaign campaign = blackFriday().edit("minProvisionedTPS: 2\n");
    assertThat(campaign.pass(Duration.ofDays(5)).news()).isEmpty();
  }

  @Test
  void lateCapacityIsToldAtTheStartAndWhenItIsThere() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(40));
    campaign.until("2026-11-27T01:00:00Z");
    assertThat(messages(campaign, "SpikeCapacityLate"))
        .containsExactly(
            "Spike black-friday started at 2026-11-26T23:00:00Z without its capacity: 2 requests per second are provisioned, 200 are wanted.");
    assertThat(messages(campaign, "SpikeCapacityReady"))
        .containsExactly(
            "200 requests per second are provisioned for spike black-friday, 600 s after its start.");
  }

  @Test
  void aFrozenRolloutIsToldOnceForASpike() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z").promote("v2");
    campaign.until("2026-11-27T13:00:00Z").promote("v3").until("2026-11-27T14:00:00Z").restart();
    assertThat(messages(campaign, "RolloutFrozen"))
        .containsExactly(
            "Version movies/v2 waits for the end of spike black-friday; it is rolled out at"
                + " 2026-11-28T05:00:00Z.");
  }
}
