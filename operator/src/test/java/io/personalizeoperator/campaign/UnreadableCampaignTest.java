package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import org.junit.jupiter.api.Test;

/** A campaign that cannot be described. */
class UnreadableCampaignTest {
  private static final String START = "2027-03-22T00:00:00Z";
  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed");
  private static final String NOON =
      """
      minProvisionedTPS: 2
      spikes:
      - {name: noon, start: "2027-03-22T12:00", end: "2027-03-22T14:00", timeZone: UTC, minProvisionedTPS: 100, leadTime: 30m}
      """;

  @Test
  void aLoweringOfWhatCannotBeDescribedIsSentOnce() {
    SimulatedCampaign campaign = new SimulatedCampaign(START, NOON);
    campaign.until("2027-03-22T13:00:00Z");
    assertThat(campaign.status().minProvisionedTPS()).isEqualTo(100);

    campaign.unreadable(DENIED).until("2027-03-23T00:00:00Z");

    assertThat(campaign.updates())
        .containsExactly("2027-03-22T11:30:00Z v1 100", "2027-03-22T14:00:00Z v1 2");
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
  }
}
