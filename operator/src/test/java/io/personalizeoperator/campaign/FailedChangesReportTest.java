package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the status tells of changes that failed. */
class FailedChangesReportTest {
  private static final String START = "2027-03-22T00:00:00Z";

  @Test
  void aVersionThatFailedIsNotReportedOnceAnotherHasTakenItsPlace() {
    SimulatedCampaign campaign = new SimulatedCampaign(START, "minProvisionedTPS: 2\n");
    campaign.aws.cannotDeploy(Set.of(SimulatedCampaign.version("v2")));
    campaign.promote("v2").pass(Duration.ofMinutes(9));
    assertThat(campaign.status().failedChanges()).hasSize(1);

    campaign.promote("v3").pass(Duration.ofHours(1));

    assertThat(campaign.aws.serving().solutionVersionArn())
        .isEqualTo(SimulatedCampaign.version("v3"));
    assertThat(campaign.status().failedChanges()).isNull();
  }
}
