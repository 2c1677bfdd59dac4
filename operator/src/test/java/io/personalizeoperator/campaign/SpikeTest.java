package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.SpikeOccurrence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Capacity is there before the traffic and gone after it, with one merged update at a time. */
class SpikeTest {
  static final String BLACK_FRIDAY =
      """
      minProvisionedTPS: 2
      spikes:
      - name: black-friday
        start: "2026-11-27T00:00"
        end: "2026-11-28T06:00"
        timeZone: Europe/Madrid
        minProvisionedTPS: 200
      """;

  static SimulatedCampaign blackFriday() {
    return new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY);
  }

  @Test
  void capacityIsRaisedAtTheLeadTimeAndLoweredAtTheEnd() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-29T00:00:00Z");

    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-28T05:00:00Z v1 2");
    assertThat(campaign.news())
        .containsExactly("SpikeCapacityRequested", "SpikeCapacityReady", "Updated", "SpikeOver");
    assertThat(campaign.told("SpikeCapacityRequested").getFirst().notice().message())
        .isEqualTo(
            "For spike black-friday, which starts at 2026-11-26T23:00:00Z: minProvisionedTPS 2 -> 200.");
    assertThat(campaign.told("SpikeCapacityReady").getFirst().at())
        .isEqualTo("2026-11-26T22:38:00Z");
  }

  @Test
  void theStatusTellsWhatIsWantedWhatServesAndWhatComes() {
    SimulatedCampaign campaign = blackFriday();
    assertThat(campaign.status().tps()).isEqualTo("2/2");
    assertThat(campaign.status().spike()).isEqualTo("black-friday 2026-11-26T23:00:00Z");
    assertThat(campaign.status().nextSpike().name()).isEqualTo("black-friday");
    assertThat(campaign.status().spikes())
        .containsExactly(
            new SpikeOccurrence(
                "black-friday",
                Instant.parse("2026-11-26T22:30:00Z"),
                Instant.parse("2026-11-26T23:00:00Z"),
                Instant.parse("2026-11-28T05:00:00Z"),
                200));

    campaign.until("2026-11-26T22:31:00Z");
    assertThat(campaign.status().tps()).isEqualTo("2/200");
    assertThat(campaign.status().activeSpike()).isEqualTo("black-friday");
    assertThat(campaign.isTrue("CapacityReady")).isFalse();
    assertThat(campaign.reason("CapacityReady")).isEqualTo("UpdateInProgress");

    campaign.until("2026-11-27T12:00:00Z");
    assertThat(campaign.status().tps()).isEqualTo("200/200");
    assertThat(campaign.status().spike()).isEqualTo("black-friday until 2026-11-28T05:00:00Z");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();

    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.status().tps()).isEqualTo("2/2");
    assertThat(campaign.status().activeSpike()).isNull();
    assertThat(campaign.status().spikesOver()).containsExactly("black-friday");
    assertThat(campaign.status().spikes()).isNull();
  }

  @Test
  void theStatusTellsForWhenTheCapacityIsNeeded() {
    CampaignDecider decider = new CampaignDecider(SimulatedCampaign.RULES);
    CampaignStatus status = blackFriday().status();
    Instant raise = Instant.parse("2026-11-26T22:30:00Z");
    Instant end = Instant.parse("2026-11-28T05:00:00Z");

    assertThat(decider.neededBy(status, raise)).isEqualTo("2026-11-26T23:00:00Z");
    assertThat(decider.neededBy(status, end.minusSeconds(1))).isEqualTo("2026-11-26T23:00:00Z");
    assertThat(decider.neededBy(status, raise.minusSeconds(1))).isEqualTo(Instant.MAX);
    assertThat(decider.neededBy(status, end)).isEqualTo(Instant.MAX);
    assertThat(decider.neededBy(null, raise)).isEqualTo(Instant.MAX);
  }

  @Test
  void costIsProjectedFromBaseAndWindows() {
    SimulatedCampaign campaign = blackFriday();
    double base = 2 * 30 * 24;
    double spike = 198 * 30.5;
    assertThat(campaign.status().cost().month()).isEqualTo("2026-11");
    assertThat(campaign.status().cost().projectedTPSHours()).isEqualTo(base + spike);
    assertThat(campaign.status().cost().spikes().getFirst().tpsHours()).isEqualTo(spike);
    assertThat(campaign.until("2026-12-01T06:00:00Z").status().cost().month()).isEqualTo("2026-12");
    assertThat(campaign.status().cost().projectedTPSHours()).isEqualTo(2 * 31 * 24);
  }

  @Test
  void aQuietWeekTakesNoCallAndHardlyAPass() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-24T12:00:01Z");
    int passes = campaign.passesSoFar();
    int actions = campaign.actionsSoFar();
    campaign.until("2026-11-26T22:29:59Z");
    int tagChecks = 9;
    assertThat(campaign.actionsSoFar() - actions).isEqualTo(tagChecks);
    int freezeBeforeTheRaise = 1;
    assertThat(campaign.passesSoFar() - passes).isEqualTo(tagChecks + freezeBeforeTheRaise);
  }

  @Test
  void aSpikeThatComesDueDuringAnUpdateIsSentTheMomentTheCampaignIsActive() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:00:00Z");
    campaign.aws.takes(Duration.ofMinutes(40));
    campaign.promote("v2").until("2026-11-26T23:30:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:00:00Z v2 2", "2026-11-26T22:40:00Z v2 200");
  }

  @Test
  void versionCapacityAndConfigurationGoIntoOneUpdate() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-24T12:00:00Z", BLACK_FRIDAY + "rolloutsDuringSpikes: Allow\n")
            .until("2026-11-26T22:25:00Z")
            .promote("v2")
            .until("2026-11-26T22:26:00Z")
            .promote("v3")
            .edit(
                BLACK_FRIDAY
                    + "rolloutsDuringSpikes: Allow\nconfig: {enableMetadataWithRecommendations: true}\n");
    campaign.until("2026-11-26T23:30:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:25:00Z v2 200", "2026-11-26T22:33:00Z v3 200");
    assertThat(campaign.aws.serving().config().enableMetadataWithRecommendations()).isTrue();
  }

  @Test
  void ofOverlappingSpikesTheHighestCounts() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2026-11-27T06:00:00Z",
            """
            minProvisionedTPS: 5
            spikes:
            - {name: day, start: "2026-11-27T08:00Z", end: "2026-11-27T20:00Z", minProvisionedTPS: 50}
            - {name: noon, start: "2026-11-27T12:00Z", duration: 2h, minProvisionedTPS: 90, leadTime: 15m}
            - {name: low, start: "2026-11-27T10:00Z", end: "2026-11-27T22:00Z", minProvisionedTPS: 20}
            - {name: off, start: "2026-11-27T10:00Z", end: "2026-11-27T22:00Z", minProvisionedTPS: 400, suspend: true}
            """);
    campaign.until("2026-11-28T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2026-11-27T07:30:00Z v1 50",
            "2026-11-27T11:45:00Z v1 90",
            "2026-11-27T14:00:00Z v1 50",
            "2026-11-27T20:00:00Z v1 20",
            "2026-11-27T22:00:00Z v1 5");
    assertThat(campaign.news()).doesNotContain("SpikeCapacityLate");
  }

  @Test
  void windowsThatFollowOnOneAnotherNeedOneUpdate() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2026-11-27T06:00:00Z",
            """
            minProvisionedTPS: 5
            spikes:
            - {name: first, start: "2026-11-27T08:00Z", end: "2026-11-27T10:00Z", minProvisionedTPS: 50}
            - {name: second, start: "2026-11-27T10:20Z", end: "2026-11-27T12:00Z", minProvisionedTPS: 50}
            """);
    campaign.until("2026-11-28T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-27T07:30:00Z v1 50", "2026-11-27T12:00:00Z v1 5");
  }

  @Test
  void editsInTheMiddleOfAWindowTakeEffectAtOnce() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z");
    campaign.edit(BLACK_FRIDAY.replace("200", "300")).until("2026-11-27T11:00:00Z");
    campaign.edit(BLACK_FRIDAY.replace("200", "100")).until("2026-11-27T12:00:00Z");
    campaign
        .edit(BLACK_FRIDAY.replace("2026-11-28T06:00", "2026-11-27T13:30"))
        .until("2026-11-27T12:10:00Z");
    assertThat(campaign.updates())
        .endsWith(
            "2026-11-27T10:00:00Z v1 300",
            "2026-11-27T11:00:00Z v1 100",
            "2026-11-27T12:00:00Z v1 200")
        .hasSize(4);
    campaign.until("2026-11-27T13:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T12:30:00Z v1 2");
    campaign.edit(BLACK_FRIDAY).until("2026-11-27T14:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T13:00:00Z v1 200");
    campaign.edit("minProvisionedTPS: 2\n").pass(Duration.ofMinutes(30));
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T14:00:00Z v1 2");
  }

  @Test
  void anEditDuringAnUpdateWaitsForItsEnd() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:33:00Z");
    campaign.edit(BLACK_FRIDAY.replace("200", "300")).until("2026-11-26T23:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-26T22:38:00Z v1 300");
  }

  @Test
  void aRecurringSpikeKeepsToTheClockOnTheWallThroughTheChangeToSummerTime() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2027-03-27T00:00:00Z", recurring("30 2 * * *", "1h"));
    campaign.until("2027-03-29T12:00:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2027-03-27T01:00:00Z v1 50",
            "2027-03-27T02:30:00Z v1 2",
            "2027-03-28T00:30:00Z v1 50",
            "2027-03-28T02:00:00Z v1 2",
            "2027-03-29T00:00:00Z v1 50",
            "2027-03-29T01:30:00Z v1 2");
  }

  @Test
  void aRecurringSpikeKeepsToTheClockOnTheWallThroughTheChangeToWinterTime() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2027-10-30T00:00:00Z", recurring("30 2 * * *", "1h"));
    campaign.until("2027-11-01T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2027-10-30T00:00:00Z v1 50",
            "2027-10-30T01:30:00Z v1 2",
            "2027-10-31T00:00:00Z v1 50",
            "2027-10-31T01:30:00Z v1 2");
  }

  @Test
  void aWindowOverTheChangeToWinterTimeHasTheHourThatComesTwice() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2027-10-30T12:00:00Z",
            """
            minProvisionedTPS: 2
            spikes:
            - {name: night, start: "2027-10-31T01:00", end: "2027-10-31T02:30", timeZone: Europe/Madrid, minProvisionedTPS: 50}
            """);
    campaign.until("2027-11-01T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2027-10-30T22:30:00Z v1 50", "2027-10-31T01:30:00Z v1 2");
  }

  private static String recurring(String cron, String duration) {
    return """
        minProvisionedTPS: 2
        spikes:
        - {name: nightly, cron: "%s", duration: %s, timeZone: Europe/Madrid, minProvisionedTPS: 50}
        """
        .formatted(cron, duration);
  }
}
