package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two calls that are refused for good. */
class RefusalsTogetherTest {
  private static final String START = "2027-03-22T00:00:00Z";
  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed");
  private static final AwsFailure INVALID =
      new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Not for this recipe");

  @Test
  void thatTheyAreTriedAgainChangesNothingInTheStatus() {
    SimulatedCampaign campaign = new SimulatedCampaign(START, "minProvisionedTPS: 2\n");
    campaign.failing(Action.Tag.class::isInstance, DENIED).refusing(INVALID);
    campaign
        .edit(
            "minProvisionedTPS: 2\ntags: {team: search}\nconfig: {rankingInfluence: {POPULARITY: 0.5}}\n")
        .pass(Duration.ofHours(5));

    assertThat(campaign.messages.subList(3, campaign.messages.size()))
        .as("%s", campaign.messages)
        .isEmpty();
  }
}
