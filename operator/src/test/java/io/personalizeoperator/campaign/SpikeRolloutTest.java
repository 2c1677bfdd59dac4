package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What else changes a campaign while a spike is near: new versions, people, mistakes, limits. */
class SpikeRolloutTest {
  @Test
  void aNewVersionWaitsFromTheLeadTimeToTheEndAndGoesWithTheLowering() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:45:00Z").promote("v2");
    assertThat(campaign.reason("Ready")).isEqualTo("RolloutFrozen");
    assertThat(campaign.isTrue("Ready")).isTrue();
    campaign.until("2026-11-27T12:00:00Z").promote("v3").until("2026-11-29T00:00:00Z");

    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-28T05:00:00Z v3 2");
    assertThat(campaign.told("RolloutFrozen"))
        .singleElement()
        .satisfies(one -> assertThat(one.notice().message()).contains("black-friday"));
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
    assertThat(campaign.status().solutionVersion()).isEqualTo("movies/v3");
  }

  @Test
  void aNewVersionIsToldWhenTheLastOfTheWindowsThatOverlapIsOver() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-24T12:00:00Z",
                BLACK_FRIDAY
                    + "- {name: after, start: \"2026-11-28T04:00Z\", duration: 4h, minProvisionedTPS: 50}\n")
            .until("2026-11-27T12:00:00Z")
            .promote("v2");
    assertThat(message(campaign))
        .isEqualTo(
            "Version movies/v2 waits for the end of spike black-friday; it is rolled out at"
                + " 2026-11-28T08:00:00Z.");
    campaign.until("2026-11-29T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2026-11-26T22:30:00Z v1 200",
            "2026-11-28T05:00:00Z v1 50",
            "2026-11-28T08:00:00Z v2 2");
  }

  @Test
  void windowsWithoutAGapAreToldToHoldANewVersionBackForGood() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-24T12:10:00Z",
                """
                spikes:
                - {name: hourly, cron: "0 * * * *", duration: 1h, minProvisionedTPS: 50}
                """)
            .until("2026-11-24T13:00:00Z")
            .promote("v2");
    assertThat(message(campaign)).contains("rolloutsDuringSpikes: Allow");
  }

  @Test
  void aFrozenVersionStaysSoThroughARestart() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z").promote("v2");
    int reads = campaign.readsSoFar();
    campaign.restart().until("2026-11-27T13:00:00Z");
    assertThat(campaign.reason("Ready")).isEqualTo("RolloutFrozen");
    assertThat(campaign.readsSoFar()).isEqualTo(reads);
    assertThat(campaign.updates()).hasSize(1);
  }

  @Test
  void aNewVersionGoesAheadWhereTheUserAllowsIt() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-24T12:00:00Z", BLACK_FRIDAY + "rolloutsDuringSpikes: Allow\n")
            .until("2026-11-27T12:00:00Z")
            .promote("v2")
            .until("2026-11-29T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2026-11-26T22:30:00Z v1 200",
            "2026-11-27T12:00:00Z v2 200",
            "2026-11-28T05:00:00Z v2 2");
    assertThat(campaign.news()).doesNotContain("RolloutFrozen");
  }

  @Test
  void allowingRolloutsInTheMiddleSendsWhatWaits() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z").promote("v2");
    campaign.edit(BLACK_FRIDAY + "rolloutsDuringSpikes: Allow\n");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T12:00:00Z v2 200");
  }

  @Test
  void aCampaignThatFailedIsGivenTheNewVersionInTheMiddleOfAWindow() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z");
    campaign.aws.failed(campaign.now());
    campaign.promote("v2").until("2026-11-27T13:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T12:00:00Z v2 200");
    assertThat(campaign.isTrue("Ready")).isTrue();
  }

  @Test
  void aChangeInTheConsoleIsCorrected() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z").console(9);
    campaign.until("2026-11-27T11:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T10:08:00Z v1 200");
    assertThat(campaign.told("DriftCorrected"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.notice().message())
                    .isEqualTo("Correcting it in AWS: minProvisionedTPS 9 -> 200."));
  }

  @Test
  void underReportAChangeIsLeftButASpikeIsRaisedAllTheSame() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "driftPolicy: Report\n");
    campaign.until("2026-11-24T13:00:00Z").console(9).until("2026-11-25T00:00:00Z");
    assertThat(campaign.updates()).isEmpty();
    assertThat(campaign.reason("Ready")).isEqualTo("DriftReported");
    assertThat(campaign.isTrue("Ready")).isTrue();

    campaign.until("2026-11-29T00:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-28T05:00:00Z v1 2");
    assertThat(campaign.news()).doesNotContain("DriftCorrected");
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
  }

  @Test
  void aReportedChangeIsStillReportedAfterARestart() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "driftPolicy: Report\n");
    campaign.until("2026-11-24T13:00:00Z").console(9).until("2026-11-24T14:00:00Z");
    campaign.restart().until("2026-11-25T14:00:00Z");
    assertThat(campaign.reason("Ready")).isEqualTo("DriftReported");
    assertThat(campaign.updates()).isEmpty();
  }

  @Test
  void aMistakeKeepsTheLastListInForce() {
    SimulatedCampaign campaign = blackFriday();
    campaign.edit(BLACK_FRIDAY.replace("Europe/Madrid", "Europe/Madird").replace("200", "400"));
    assertThat(campaign.reason("Stalled")).isEqualTo("InvalidSpike");
    assertThat(campaign.isTrue("Stalled")).isTrue();
    assertThat(campaign.isTrue("Ready")).isTrue();
    assertThat(campaign.told("InvalidSpike").getFirst().notice().message())
        .contains("spike \"black-friday\": timeZone", "Europe/Madird");

    campaign.until("2026-11-27T12:00:00Z").restart().until("2026-11-27T13:00:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-26T22:30:00Z v1 200");
    assertThat(campaign.reason("Stalled")).isEqualTo("InvalidSpike");

    campaign.edit(BLACK_FRIDAY.replace("200", "400"));
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T13:00:00Z v1 400");
    campaign.until("2026-11-27T14:00:00Z");
    assertThat(campaign.isTrue("Stalled")).isFalse();
  }

  @Test
  void underReportAChangeIsLeftThoughTheListHasAMistake() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "driftPolicy: Report\n");
    campaign.edit(BLACK_FRIDAY.replace("Europe/Madrid", "Europe/Madird") + "driftPolicy: Report\n");
    campaign.until("2026-11-24T13:00:00Z").console(9).until("2026-11-25T00:00:00Z");
    assertThat(campaign.updates()).isEmpty();
    assertThat(campaign.reason("Stalled")).isEqualTo("InvalidSpike");
  }

  @Test
  void theCampaignsOwnMaximumCapsWhatAMistakeCosts() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
                "2026-11-24T12:00:00Z", BLACK_FRIDAY + "maximumMinProvisionedTPS: 120\n")
            .until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-26T22:30:00Z v1 120");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    assertThat(message(campaign)).contains("maximumMinProvisionedTPS");
  }

  @Test
  void theOperatorsMaximumHoldsWhereTheManifestGivesNone() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY.replace("200", "200000"))
            .until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-26T22:30:00Z v1 500");
  }

  @Test
  void aRestartInTheMiddleOfAWindowWithoutDetailsAsksNothingAndGoesOn() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T12:00:00Z");
    int actions = campaign.actionsSoFar();
    campaign.restart().pass(Duration.ofMinutes(1));
    assertThat(campaign.actionsSoFar()).isEqualTo(actions);
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    campaign.until("2026-11-28T05:00:30Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-28T05:00:00Z v1 2");
  }

  @Test
  void aRestartJustBeforeTheRaiseIsInTime() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:29:59Z").restart();
    campaign.until("2026-11-26T22:31:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-26T22:30:00Z v1 200");
  }

  @Test
  void whatSomebodyChangedWhileTheOperatorWasAwayIsReadBeforeTheRaise() {
    SimulatedCampaign campaign = blackFriday();
    int reads = campaign.readsSoFar();
    campaign.consoleWhileAway(9, "2026-11-26T23:10:00Z");
    assertThat(campaign.readsSoFar()).isEqualTo(reads + 1);
    assertThat(campaign.updates()).containsExactly("2026-11-26T23:10:00Z v1 200");
  }

  @Test
  void aChangeThatWasLeftIsNotTakenForWhatWasWantedAfterARestart() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "driftPolicy: Report\n");
    campaign.until("2026-11-24T13:00:00Z").console(200).until("2026-11-24T14:00:00Z");
    campaign.restart().until("2026-11-26T23:00:00Z");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.updates()).containsExactly("2026-11-28T05:00:00Z v1 2");
  }

  @Test
  void anOperatorThatWasAwayRaisesAtOnceAndAsksNothingFirst() {
    SimulatedCampaign campaign = blackFriday();
    int reads = campaign.readsSoFar();
    campaign.away("2026-11-26T23:10:00Z");
    assertThat(campaign.readsSoFar()).isEqualTo(reads);
    assertThat(campaign.updates()).containsExactly("2026-11-26T23:10:00Z v1 200");
    assertThat(campaign.news()).contains("SpikeCapacityLate");
    campaign.until("2026-11-26T23:30:00Z");
    assertThat(campaign.told("SpikeCapacityReady").getFirst().notice().message())
        .contains("1080 s after its start");
  }

  private static String message(SimulatedCampaign campaign) {
    return campaign.status().lifecycle().conditions().getFirst().message();
  }
}
