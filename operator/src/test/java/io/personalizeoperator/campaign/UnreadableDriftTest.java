package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Drift that is only reported, in a campaign that cannot be described. */
class UnreadableDriftTest {
  private static final String START = "2027-03-22T00:00:00Z";
  private static final AwsFailure THROTTLED =
      new AwsFailure(FailureClass.RETRY_SOON, "ThrottlingException", "Slow down");

  @Test
  void aChangeThatIsOnlyReportedStaysThoughADescribeFails() {
    SimulatedCampaign campaign =
        new SimulatedCampaign(START, "minProvisionedTPS: 2\ndriftPolicy: Report\n");
    campaign.console(50).pass(Duration.ofHours(1));
    assertThat(campaign.reason("Ready")).isEqualTo("DriftReported");

    campaign.unreadable(THROTTLED).restart().pass(Duration.ofHours(1));

    assertThat(campaign.updates()).isEmpty();
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(50);
  }
}
