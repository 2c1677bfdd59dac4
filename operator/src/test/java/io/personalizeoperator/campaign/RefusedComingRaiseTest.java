package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** Two raises that follow each other closely; AWS does not take the capacity of one of them. */
class RefusedComingRaiseTest {
  private static final String START = "2027-03-22T00:00:00Z";
  private static final AwsFailure QUOTA =
      new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "Too many.");
  private static final AwsFailure INVALID =
      new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Too much.");
  private static final AwsFailure BUSY =
      new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "ResourceInUseException", "It is busy.");
  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed");

  /** The first is raised at 11:30. */
  private static String spikes(String secondRaise) {
    return """
    minProvisionedTPS: 2
    spikes:
    - {name: first, start: "2027-03-22T12:00Z", end: "2027-03-22T20:00Z", minProvisionedTPS: 50}
    - {name: second, start: "2027-03-22T%sZ", end: "2027-03-22T21:00Z", minProvisionedTPS: 200, leadTime: 30m}
    """
        .formatted(secondRaise);
  }

  private static SimulatedCampaign tenMinutesApart() {
    return new SimulatedCampaign(START, spikes("12:10"));
  }

  private static Predicate<Action> capacityOf(int tps) {
    return action ->
        action instanceof Action.Update update
            && Integer.valueOf(tps)
                .equals(((UpdateCampaignRequest) update.request()).minProvisionedTPS());
  }

  @Test
  void theActiveRaiseIsSentWhenAQuotaRefusesTheComingOne() {
    SimulatedCampaign campaign = tenMinutesApart().failing(capacityOf(200), QUOTA);
    campaign.until("2027-03-22T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2027-03-22T11:30:00Z v1 50");

    campaign.failing(action -> false, null).until("2027-03-22T12:09:00Z");
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(200);
  }

  @Test
  void theActiveRaiseIsSentWhenAwsRefusesTheComingOneForGood() {
    SimulatedCampaign campaign = tenMinutesApart().failing(capacityOf(200), INVALID);
    campaign.until("2027-03-22T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2027-03-22T11:30:00Z v1 50");
  }

  @Test
  void theActiveRaiseIsSentWhenTheComingOneHasFailed() {
    SimulatedCampaign campaign = tenMinutesApart();
    campaign.aws.takes(Duration.ofMinutes(2)).fails(1);
    campaign.until("2027-03-22T11:50:00Z");
    assertThat(campaign.updates())
        .containsExactly(
            "2027-03-22T11:30:00Z v1 200",
            "2027-03-22T11:32:01Z v1 50",
            "2027-03-22T11:40:00Z v1 200");
  }

  @Test
  void aBusyCampaignDoesNotCountAgainstTheComingCapacity() {
    SimulatedCampaign campaign = tenMinutesApart().failing(capacityOf(200), BUSY);
    campaign.until("2027-03-22T11:32:00Z").failing(action -> false, null);
    campaign.until("2027-03-22T11:34:00Z");
    assertThat(campaign.updates()).singleElement().asString().endsWith(" 200");
  }

  @Test
  void aRaiseThatWasRefusedBringsAlongTheOneThatCameNearSince() {
    SimulatedCampaign campaign = new SimulatedCampaign(START, spikes("12:30"));
    campaign.failing(capacityOf(50), QUOTA).until("2027-03-22T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2027-03-22T11:45:00Z v1 200");
  }

  @Test
  void aCapacityThatWasRefusedForWhatCameWithItIsTriedAlone() {
    SimulatedCampaign campaign = tenMinutesApart().until("2027-03-22T11:27:00Z");
    campaign.failing(
        action ->
            action instanceof Action.Update update
                && ((UpdateCampaignRequest) update.request()).campaignConfig() != null,
        INVALID);
    campaign.edit(spikes("12:10") + "config: {enableMetadataWithRecommendations: true}\n");
    campaign.until("2027-03-22T12:00:00Z");
    assertThat(campaign.updates()).containsExactly("2027-03-22T11:30:00Z v1 200");
  }

  @Test
  void theActiveRaiseIsSentToACampaignThatCannotBeDescribed() {
    SimulatedCampaign campaign = tenMinutesApart().until("2027-03-22T11:00:00Z");
    campaign.unreadable(DENIED);
    Predicate<Action> second = capacityOf(200);
    campaign.failing(action -> action instanceof Action.ReadDetails || second.test(action), DENIED);
    campaign.until("2027-03-22T11:39:00Z");
    assertThat(campaign.updates()).containsExactly("2027-03-22T11:30:00Z v1 50");
  }
}
