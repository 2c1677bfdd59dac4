package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.BLACK_FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Remote;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What CapacityReady says in the middle of a window that wants 200. */
class CapacityReportTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(60);
  private static final Verdict AT_WORK =
      Verdict.scheduled(Reason.Updating, "An update was started.");

  private static CapacityReport report(
      RemoteResource<CampaignDetails> live, Integer tps, Attempt failed) {
    CampaignSpec spec =
        Manifests.read(Campaign.class, "metadata: {name: movies}\nspec:\n" + BLACK_FRIDAY.indent(2))
            .getSpec();
    CapacityPlan plan =
        new CapacityPlanner(SimulatedCampaign.RULES).plan(spec, null, LearnedLeadTime.NONE, NOW);
    return CapacityReport.of(
        Optional.ofNullable(live), tps, plan, Optional.ofNullable(failed), AT_WORK);
  }

  private static RemoteResource<CampaignDetails> campaign(
      int serving, int requested, String update) {
    return Remote.<CampaignDetails>active(SimulatedCampaign.ARN)
        .details(
            new CampaignDetails(
                new CampaignSettings("v1", serving, null),
                new CampaignSettings("v1", requested, null),
                new LatestUpdate(update, "Too much.", BEFORE, BEFORE)))
        .live();
  }

  private static Attempt refusal(String name, Instant at) {
    AwsFailure failure = new AwsFailure(FailureClass.WAIT_FOR_CHANGE, name, "AWS says no.");
    Action.Key update = new Action.Key(Action.Update.class, "to 200");
    return new Attempt(update, 1, failure, 1, at, at.plusSeconds(1));
  }

  private static void assertNotReady(CapacityReport report, Reason reason, String message) {
    assertThat(report).isEqualTo(new CapacityReport(false, reason, message));
  }

  @Test
  void withoutACampaignThereIsOneToWaitFor() {
    assertNotReady(
        report(null, null, null), Reason.WaitingForCampaign, "The campaign is not ACTIVE yet.");
  }

  @Test
  void aCampaignThatIsNotActiveDoesNotCountThoughItsCapacityIsKnown() {
    RemoteResource<CampaignDetails> creating =
        Remote.<CampaignDetails>in("CREATE IN_PROGRESS", SimulatedCampaign.ARN).live();
    assertNotReady(
        report(creating, 200, null), Reason.WaitingForCampaign, "The campaign is not ACTIVE yet.");
  }

  @Test
  void moreThanWantedIsEnough() {
    assertThat(report(campaign(300, 300, "ACTIVE"), 300, null))
        .isEqualTo(
            new CapacityReport(
                true,
                Reason.CapacityProvisioned,
                "300 requests per second are provisioned, 200 are wanted."));
  }

  @Test
  void anUpdateUnderWayIsTold() {
    assertNotReady(
        report(campaign(2, 200, "CREATE IN_PROGRESS"), 2, null),
        Reason.UpdateInProgress,
        "An update to 200 requests per second is under way; 2 are provisioned, 200 are wanted.");
  }

  @Test
  void capacityThatAnUpdateIsAboutToTakeAwayIsNotReady() {
    assertNotReady(
        report(campaign(200, 9, "CREATE IN_PROGRESS"), 200, null),
        Reason.UpdateInProgress,
        "An update to 9 requests per second is under way; 200 are provisioned, 200 are wanted.");
  }

  @Test
  void anUpdateThatFailedIsToldInAwssWords() {
    assertNotReady(
        report(campaign(2, 200, "CREATE FAILED"), 2, null),
        Reason.UpdateFailed,
        "The last update failed: Too much. 2 requests per second are provisioned, 200 are wanted.");
  }

  @Test
  void aRefusalIsToldInAwssWords() {
    RemoteResource<CampaignDetails> live = campaign(2, 2, "ACTIVE");
    assertNotReady(
        report(live, 2, refusal("ResourceInUseException", NOW)),
        Reason.UpdateFailed,
        "AWS says no.");
    assertNotReady(
        report(live, 2, refusal("LimitExceededException", NOW)),
        Reason.QuotaExceeded,
        "AWS says no.");
  }

  @Test
  void aRefusalFromBeforeTheLastUpdateExplainsNothing() {
    assertNotReady(
        report(campaign(2, 2, "ACTIVE"), 2, refusal("LimitExceededException", BEFORE)),
        Reason.UpdateInProgress,
        "2 requests per second are provisioned, 200 are wanted.");
  }
}
