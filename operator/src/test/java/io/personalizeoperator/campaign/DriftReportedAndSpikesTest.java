package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** driftPolicy Report is about what others change, never about our own capacity. */
class DriftReportedAndSpikesTest {
  private static final String START = "2027-03-22T00:00:00Z";

  @Test
  void aRaiseThatEndsAfterItsWindowIsLoweredThoughDriftIsOnlyReported() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            START,
            """
            minProvisionedTPS: 2
            driftPolicy: Report
            spikes:
            - {name: short, start: "2027-03-22T12:00", end: "2027-03-22T12:20", timeZone: UTC, minProvisionedTPS: 100, leadTime: 10m}
            """);
    campaign.aws.takes(Duration.ofMinutes(40));
    campaign.until("2027-03-22T18:00:00Z");

    assertThat(campaign.aws.serving().minProvisionedTPS()).as(campaign.message()).isEqualTo(2);
  }

  @Test
  void aWindowThatBeginsDuringTheLoweringGetsItsCapacityThoughDriftIsOnlyReported() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(
            START,
            """
            minProvisionedTPS: 2
            driftPolicy: Report
            spikes:
            - {name: one, start: "2027-03-22T12:00", end: "2027-03-22T13:00", timeZone: UTC, minProvisionedTPS: 100, leadTime: 10m}
            - {name: two, start: "2027-03-22T13:20", end: "2027-03-22T16:00", timeZone: UTC, minProvisionedTPS: 100, leadTime: 15m}
            """);
    campaign.aws.takes(Duration.ofMinutes(8));
    campaign.until("2027-03-22T14:00:00Z");

    assertThat(campaign.aws.serving().minProvisionedTPS()).as(campaign.message()).isEqualTo(100);
  }
}
