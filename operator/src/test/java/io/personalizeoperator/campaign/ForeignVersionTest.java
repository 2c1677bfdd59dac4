package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A window keeps the version that the operator last deployed, not the one that happens to serve.
 */
class ForeignVersionTest {
  @Test
  void aVersionThatOthersDeployInAWindowIsCorrected() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z").deployInConsole("v0");
    campaign.until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T10:08:00Z v1 200");
    assertThat(campaign.told("DriftCorrected").getFirst().notice().message())
        .isEqualTo("Correcting it in AWS: version movies/v0 -> movies/v1.");
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
  }

  @Test
  void itIsCorrectedToTheLastOneThoughANewOneWaits() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T09:00:00Z").promote("v2");
    campaign.until("2026-11-27T10:00:00Z").deployInConsole("v0").until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T10:08:00Z v1 200");
    assertThat(campaign.reason("Ready")).isEqualTo("RolloutFrozen");
    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.updates()).last().isEqualTo("2026-11-28T05:00:00Z v2 2");
  }

  @Test
  void underReportItIsReported() {
    SimulatedCampaign campaign =
        new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "driftPolicy: Report\n");
    campaign.until("2026-11-27T10:00:00Z").deployInConsole("v0").until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).hasSize(1);
    assertThat(campaign.reason("Ready")).isEqualTo("DriftReported");
    assertThat(campaign.message()).contains("version movies/v0 -> movies/v1");
  }

  @Test
  void thePromotedVersionIsLeftWhenOthersDeployIt() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T09:00:00Z").promote("v2");
    campaign.deployInConsole("v2").until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates()).hasSize(1);
    campaign.promote("v3").until("2026-11-27T13:00:00Z");
    assertThat(campaign.updates()).as("v2 counts as deployed").hasSize(1);
  }

  @Test
  void aRolloutThatEndsInTheWindowIsNotTakenBack() {
    SimulatedCampaign campaign = blackFriday();
    campaign.aws.takes(Duration.ofMinutes(60));
    campaign.until("2026-11-26T22:00:00Z").promote("v2");
    campaign.until("2026-11-26T22:40:00Z").promote("v3").until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:00:00Z v2 2", "2026-11-26T23:00:00Z v2 200");
  }

  @Test
  void aRolloutThatFailsInTheWindowIsNotTriedAgainInIt() {
    SimulatedCampaign campaign = blackFriday();
    campaign
        .aws
        .takes(Duration.ofMinutes(60))
        .cannotDeploy(Set.of(SimulatedCampaign.version("v2")));
    campaign.until("2026-11-26T22:00:00Z").promote("v2").until("2026-11-27T12:00:00Z");
    assertThat(campaign.updates())
        .containsExactly("2026-11-26T22:00:00Z v2 2", "2026-11-26T23:00:01Z v1 200");
    assertThat(campaign.status().failedChanges()).hasSize(1);
  }
}
