package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import org.junit.jupiter.api.Test;

/** Reconciling is about the manifest; what happens by schedule shows as Updating. */
class ScheduledUpdateTest {
  @Test
  void aRaiseALoweringAndARolloutAreUpdatingAndNotReconciling() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-25T00:00:00Z").promote("v2");
    assertUpdatingBySchedule(campaign);
    assertUpdatingBySchedule(campaign.until("2026-11-26T22:31:00Z"));
    assertUpdatingBySchedule(campaign.until("2026-11-28T05:01:00Z"));

    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.isTrue("Updating")).isFalse();
    assertThat(campaign.reason("Updating")).isEqualTo("Idle");
    assertThat(campaign.isTrue("Reconciling")).isFalse();
  }

  private static void assertUpdatingBySchedule(SimulatedCampaign campaign) {
    assertThat(campaign.isTrue("Ready")).isTrue();
    assertThat(campaign.isTrue("Reconciling")).as(campaign.message()).isFalse();
    assertThat(campaign.isTrue("Stalled")).isFalse();
    assertThat(campaign.isTrue("Updating")).isTrue();
    assertThat(campaign.reason("Ready")).isEqualTo("Updating");
  }

  @Test
  void aRaiseThatIsThrottledIsNotReconciling() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:00:00Z");
    campaign.refusing(new AwsFailure(FailureClass.RETRY_SOON, "ThrottlingException", "Slowly"));
    campaign.until("2026-11-26T22:31:00Z");
    assertThat(campaign.reason("Ready")).isEqualTo("AwsUnavailable");
    assertThat(campaign.isTrue("Reconciling")).isFalse();
    assertThat(campaign.reason("CapacityReady")).isEqualTo("UpdateFailed");
  }

  @Test
  void aChangeOfTheSpecIsReconcilingUntilItIsInForce() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-25T00:00:00Z");
    campaign.edit(BLACK_FRIDAY.replace("minProvisionedTPS: 2\n", "minProvisionedTPS: 3\n"));
    assertThat(campaign.isTrue("Reconciling")).isTrue();
    assertThat(campaign.isTrue("Updating")).isTrue();
    campaign.until("2026-11-25T01:00:00Z");
    assertThat(campaign.isTrue("Reconciling")).isFalse();
  }

  @Test
  void aRepairOfDriftIsReconciling() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-27T10:00:00Z").console(9);
    campaign.until("2026-11-27T10:09:00Z");
    assertThat(campaign.isTrue("Reconciling")).isTrue();
    assertThat(campaign.isTrue("Updating")).isTrue();
  }
}
