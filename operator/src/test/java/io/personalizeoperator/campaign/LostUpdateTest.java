package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Updates whose end the operator did not see, or saw wrongly. */
class LostUpdateTest {
  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed");

  private static final AwsFailure THROTTLED =
      new AwsFailure(FailureClass.RETRY_SOON, "ThrottlingException", "Rate exceeded");

  @Test
  void anUpdateThatIsActiveBeforeItsValuesShowIsLookedAtAgain() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-28T04:00:00Z");
    campaign.aws.lags(1);
    campaign.until("2026-11-28T05:09:00Z");
    assertThat(campaign.isTrue("Stalled")).as(campaign.message()).isFalse();

    campaign.until("2026-11-28T05:11:00Z");
    assertThat(campaign.status().tps()).isEqualTo("2/2");
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
    assertThat(campaign.updates()).hasSize(2);
  }

  @Test
  void anUpdateThatAwsDoesNotKeepIsLookedAtNowAndThen() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-28T04:00:00Z");
    campaign.aws.lags(5);
    campaign.until("2026-11-28T05:15:00Z");
    assertThat(campaign.isTrue("Stalled")).isTrue();
    int reads = campaign.readsSoFar();
    campaign.until("2026-11-28T05:21:00Z");
    assertThat(campaign.readsSoFar() - reads).isEqualTo(1);
    campaign.until("2026-11-28T07:00:00Z");
    assertThat(campaign.isTrue("Stalled")).isFalse();
    assertThat(campaign.reason("Ready")).isEqualTo("Active");
  }

  @Test
  void anUpdateThatFailsWhileNobodyCanSeeItIsSentAgain() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-26T22:00:00Z");
    campaign.unreadable(DENIED);
    campaign.aws.fails(1);
    campaign.until("2026-11-27T12:00:00Z");

    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(200);
    assertThat(campaign.updates())
        .as("and no more once AWS has refused it as in force")
        .containsExactly("2026-11-26T22:30:00Z v1 200", "2026-11-26T23:00:00Z v1 200");
    campaign.until("2026-11-28T06:00:00Z");
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
  }

  @Test
  void aCrashInARaiseDoesNotLeaveItsCapacityWhereDriftIsOnlyReported() {
    String spec = BLACK_FRIDAY + "driftPolicy: Report\n";
    SimulatedCampaign campaign = new SimulatedCampaign("2026-11-24T12:00:00Z", spec);
    campaign.until("2026-11-26T22:29:59Z");
    campaign.aws.send(campaign.now().plusSeconds(2), new CampaignSettings(null, 200, null), true);
    campaign.away("2026-11-28T12:00:00Z").until("2026-11-28T13:00:00Z");

    assertThat(campaign.updates()).containsExactly("2026-11-28T12:00:00Z v1 2");
    assertThat(campaign.news()).doesNotContain("DriftCorrected");
  }

  @Test
  void aFailedConfigurationIsKnownAgainThoughAwsShowsItWithDefaults() {
    SimulatedCampaign campaign = blackFriday().until("2026-11-25T00:00:00Z");
    campaign.aws.addsDefaults();
    campaign.aws.cannotConfigure(true);
    campaign.edit(BLACK_FRIDAY + "config: {enableMetadataWithRecommendations: true}\n");
    campaign.until("2026-11-25T00:09:00Z");
    assertThat(campaign.reason("Stalled")).isEqualTo("UpdateFailed");
    campaign.until("2026-11-25T00:17:00Z");
    assertThat(campaign.updates()).as("a pause of ten minutes").hasSize(1);

    campaign.aws.cannotConfigure(false);
    campaign.until("2026-11-25T12:00:00Z");
    assertThat(campaign.updates()).hasSize(2);
    assertThat(campaign.status().failedChanges()).isNull();
    assertThat(campaign.isTrue("Stalled")).isFalse();
  }

  @Test
  void aCampaignThatIsRetainedIsLoweredBeforeItIsReleased() {
    SimulatedCampaign campaign = retained().until("2026-11-27T12:00:00Z").delete();
    assertThat(campaign.released).isFalse();
    campaign.pass(Duration.ofMinutes(9));
    assertThat(campaign.updates()).last().isEqualTo("2026-11-27T12:00:00Z v1 2");
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
    assertThat(campaign.released).isTrue();
  }

  @Test
  void aCampaignThatIsRetainedOutsideAWindowIsReleasedAtOnce() {
    SimulatedCampaign campaign = retained().delete();
    assertThat(campaign.released).isTrue();
    assertThat(campaign.updates()).isEmpty();
  }

  @Test
  void aLoweringThatAwsRefusesDoesNotKeepARetainedCampaign() {
    SimulatedCampaign campaign = retained().until("2026-11-27T12:00:00Z");
    campaign.refusing(DENIED).delete();
    assertThat(campaign.released).isTrue();
    assertThat(List.copyOf(campaign.news())).contains("NotLowered");
  }

  @Test
  void aCampaignThatIsRetainedInARaiseThatNobodySeesIsLoweredAfterIt() {
    SimulatedCampaign campaign = retained().until("2026-11-26T22:00:00Z").unreadable(DENIED);
    campaign.until("2026-11-26T22:31:00Z").delete();
    assertThat(campaign.released).isFalse();

    campaign.until("2026-11-26T23:00:00Z");
    assertThat(campaign.released).isTrue();
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
    assertThat(notLowered(campaign)).contains("may keep", "an update to 2 requests per second");
  }

  @Test
  void aCampaignThatIsRetainedIsNotReleasedForAReadThatIsThrottled() {
    SimulatedCampaign campaign = retained().until("2026-11-26T22:00:00Z").unreadable(THROTTLED);
    campaign.until("2026-11-26T22:31:00Z").delete().until("2026-11-26T22:34:00Z");
    assertThat(campaign.released).isFalse();

    campaign.aws.unreadable(null);
    campaign.failing(action -> false, null).until("2026-11-26T23:00:00Z");
    assertThat(campaign.released).isTrue();
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
    assertThat(campaign.news()).doesNotContain("NotLowered");
  }

  @Test
  void aLoweringThatFailedBeforeTheDeletionIsTriedAgain() {
    SimulatedCampaign campaign = retained().until("2026-11-28T04:59:00Z");
    campaign.aws.fails(1);
    campaign.until("2026-11-28T05:08:05Z").delete().until("2026-11-28T06:00:00Z");
    assertThat(campaign.released).isTrue();
    assertThat(campaign.aws.serving().minProvisionedTPS()).isEqualTo(2);
    assertThat(campaign.news()).doesNotContain("NotLowered");
  }

  @Test
  void aLoweringThatFailsDoesNotKeepARetainedCampaign() {
    SimulatedCampaign campaign = retained().until("2026-11-27T12:00:00Z");
    campaign.aws.fails(1);
    campaign.delete().pass(Duration.ofMinutes(9));
    assertThat(campaign.released).isTrue();
    assertThat(notLowered(campaign)).contains("keeps the capacity of a spike");
  }

  @Test
  void ofACapacityThatNobodyCanReadOnlyWhatMayBeIsSaid() {
    SimulatedCampaign campaign = retained().until("2026-11-27T12:00:00Z");
    campaign.unreadable(DENIED).refusing(DENIED).console(90).delete();
    assertThat(campaign.released).isTrue();
    assertThat(notLowered(campaign)).contains("may keep the capacity of a spike");
  }

  private static String notLowered(SimulatedCampaign campaign) {
    assertThat(campaign.told("NotLowered")).isNotEmpty();
    return campaign.told("NotLowered").getFirst().notice().message();
  }

  private static SimulatedCampaign retained() {
    return new SimulatedCampaign("2026-11-24T12:00:00Z", BLACK_FRIDAY + "deletionPolicy: Retain\n");
  }
}
