package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A campaign whose creation failed, in a window. */
class FailedCreationInAWindowTest {
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
  void itsRepairIsTriedAgainAsOftenAsAWindowDemands() {
    SimulatedCampaign campaign = new SimulatedCampaign(START, NOON);
    campaign.until("2027-03-22T12:30:00Z");
    campaign.aws.failed(campaign.now());
    campaign.failing(Action.Update.class::isInstance, DENIED).restart();
    campaign.pass(Duration.ofMinutes(65));

    assertThat(campaign.failures.values()).as("every ten minutes").containsExactly(7);
  }
}
