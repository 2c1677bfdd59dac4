package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.LongerLead;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Updates that fail, are refused or take long; and what CapacityReady and Events say of it. */
class SpikeTroubleTest {
  private static final AwsFailure QUOTA =
      new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "Too many.");

  @Test
  void aFailedUpdateIsSentAgainAfterPausesThatDoubleToTenMinutes() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(1)).fails(7);
    campaign.until("2026-11-27T01:00:00Z");

    assertThat(campaign.sent.stream().map(one -> one.at().toString()))
        .containsExactly(
            "2026-11-26T22:30:00Z",
            "2026-11-26T22:31:30Z",
            "2026-11-26T22:33:30Z",
            "2026-11-26T22:36:30Z",
            "2026-11-26T22:41:30Z",
            "2026-11-26T22:50:30Z",
            "2026-11-26T23:01:30Z",
            "2026-11-26T23:12:30Z");
  }

  @Test
  void aFailedUpdateLeavesTheOldConfigurationServing() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.fails(1);
    campaign.until("2026-11-26T22:38:10Z");
    assertThat(campaign.isTrue("Ready")).isTrue();
    assertThat(campaign.reason("Ready")).isEqualTo("UpdateFailed");
    assertThat(campaign.reason("CapacityReady")).isEqualTo("UpdateFailed");
    assertThat(campaign.status().minProvisionedTPS()).isEqualTo(2);
    assertThat(campaign.status().failedUpdates()).isEqualTo(1);

    campaign.until("2026-11-26T22:59:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-26T22:38:30Z v1 200");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    assertThat(campaign.status().failedUpdates()).isNull();
  }

  @Test
  void failuresThatAreNoticedLateAreToldAndCountedAllTheSame() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(1)).fails(3);
    campaign.until("2026-11-26T22:30:30Z").away("2026-11-26T22:33:00Z");
    assertThat(campaign.told("UpdateFailed")).hasSize(1);
    assertThat(campaign.status().failedUpdates()).isEqualTo(1);

    campaign
        .until("2026-11-26T22:33:10Z")
        .away("2026-11-26T22:36:00Z")
        .until("2026-11-26T22:45:00Z");
    assertThat(campaign.told("UpdateFailed")).hasSize(3);
    assertThat(campaign.sent.stream().map(one -> one.at().toString()))
        .as("pauses double")
        .containsExactly(
            "2026-11-26T22:30:00Z",
            "2026-11-26T22:33:01Z",
            "2026-11-26T22:36:01Z",
            "2026-11-26T22:39:01Z");
  }

  @Test
  void otherSettingsAreTriedAtOnceAfterAFailure() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.fails(1);
    campaign.until("2026-11-26T22:38:10Z").edit(BLACK_FRIDAY.replace("200", "150"));
    assertThat(campaign.updates()).last().isEqualTo("2026-11-26T22:38:10Z v1 150");
  }

  @Test
  void theFailuresOfOneSpikeDoNotSlowDownTheNext() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            "2026-11-24T00:00:00Z",
            """
            minProvisionedTPS: 2
            spikes:
            - {name: daily, cron: "0 12 * * *", duration: 30m, minProvisionedTPS: 50}
            """);
    campaign.aws.takes(Duration.ofMinutes(1)).fails(100);
    campaign.until("2026-11-25T11:00:00Z");
    int failed = campaign.sent.size();
    campaign.until("2026-11-25T11:33:00Z");
    assertThat(campaign.updates().subList(failed, campaign.sent.size()))
        .containsExactly("2026-11-25T11:30:00Z v1 50", "2026-11-25T11:31:30Z v1 50");
  }

  @Test
  void aWindowThatStartsWithoutItsCapacityIsToldAndSoIsItsEnd() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(40));
    campaign.until("2026-11-27T01:00:00Z");

    assertThat(campaign.news())
        .containsExactly("SpikeCapacityRequested", "SpikeCapacityLate", "SpikeCapacityReady");
    assertThat(campaign.told("SpikeCapacityLate").getFirst().at())
        .isEqualTo("2026-11-26T23:00:00Z");
    assertThat(campaign.told("SpikeCapacityLate").getFirst().notice().warning()).isTrue();
    assertThat(campaign.told("SpikeCapacityReady").getFirst().at())
        .isEqualTo("2026-11-26T23:10:00Z");
    assertThat(campaign.told("SpikeCapacityReady").getFirst().notice().message())
        .contains("600 s after its start");
    assertThat(campaign.status().lateSpike()).isNull();
  }

  @Test
  void aCapacityThatIsLostInTheMiddleOfAWindowIsNotLate() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z").console(9);
    campaign.until("2026-11-27T11:00:00Z");
    assertThat(campaign.news()).contains("DriftCorrected").doesNotContain("SpikeCapacityLate");
    assertThat(campaign.status().minProvisionedTPS()).isEqualTo(200);
  }

  @Test
  void aWindowThatIsRaisedInItsMiddleIsNotLate() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z");
    campaign.edit(BLACK_FRIDAY.replace("200", "300")).until("2026-11-27T11:00:00Z");
    assertThat(campaign.news()).doesNotContain("SpikeCapacityLate");
  }

  @Test
  void aQuotaThatIsUsedUpIsNamedAndTriedAgain() {
    SimulatedCampaign campaign = blackFriday().refusing(QUOTA).until("2026-11-26T22:40:30Z");
    assertThat(campaign.isTrue("CapacityReady")).isFalse();
    assertThat(campaign.reason("CapacityReady")).isEqualTo("QuotaExceeded");
    assertThat(campaign.updates()).isEmpty();

    campaign.refusing(null).until("2026-11-26T23:00:00Z");
    assertThat(campaign.sent.getFirst().at()).isBefore(Instant.parse("2026-11-26T22:42:00Z"));
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
  }

  @Test
  void aRefusalOfLongAgoDoesNotExplainAFailureOfToday() {
    SimulatedCampaign campaign = blackFriday().refusing(QUOTA).until("2026-11-26T22:40:30Z");
    campaign.refusing(null).edit(BLACK_FRIDAY.replace("200", "150"));
    campaign.until("2026-11-28T12:00:00Z");
    campaign.aws.fails(1);
    campaign.edit("minProvisionedTPS: 80\n").pass(Duration.ofSeconds(8 * 60 + 5));
    assertThat(campaign.reason("CapacityReady")).isEqualTo("UpdateFailed");
  }

  @Test
  void theLeadTimeLearnsThatUpdatesTakeLong() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(45));
    campaign.until("2026-11-26T18:10:00Z").promote("v2").until("2026-11-26T19:00:00Z");
    assertThat(campaign.status().updateSeconds()).containsExactly(2700L);
    assertThat(campaign.status().spikes().getFirst().raise()).isEqualTo("2026-11-26T22:15:00Z");
    assertThat(campaign.status().longerLeads())
        .containsExactly(new LongerLead("black-friday", "30m", "45m"));
    assertThat(campaign.told("SpikeLeadExtended"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.notice().message())
                    .isEqualTo(
                        "Spike black-friday is raised 45m before its start instead of 30m"
                            + " because recent updates took longer."));

    campaign.until("2026-11-26T23:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-26T22:15:00Z v2 200");
    assertThat(campaign.isTrue("CapacityReady")).isTrue();
    assertThat(campaign.news()).doesNotContain("SpikeCapacityLate");
    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.status().longerLeads()).isNull();
    assertThat(campaign.told("SpikeLeadExtended")).hasSize(1);
  }

  @Test
  void theLeadTimeIsAtMostDoubled() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofHours(3));
    campaign.promote("v2").until("2026-11-27T06:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-26T22:00:00Z v2 200");
  }

  @Test
  void aRaiseThatWasQuickDoesNotTakeItselfBackBeforeTheStart() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(50));
    campaign.promote("v2").until("2026-11-24T14:00:00Z");
    campaign.aws.takes(Duration.ofMinutes(5));
    for (int version = 3; version < 7; version++) {
      campaign.promote("v" + version).pass(Duration.ofHours(1));
    }
    int before = campaign.sent.size();
    campaign.until("2026-11-26T22:20:00Z").restart().until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates().subList(before, campaign.sent.size()))
        .containsExactly("2026-11-26T22:10:00Z v6 200");
  }
}
