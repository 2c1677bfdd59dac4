package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** The checks before anything of AWS is looked at, in their order. */
class LifecycleDeciderTest {
  private static final AwsFailure DENIED =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed to list.");
  private final PlainKind kind = new PlainKind();

  @Test
  void aSuspendedResourceIsNeitherMadeNorCheckedAgainstTheAccount() {
    Recent recent = Recent.settled();
    recent.suspend = true;

    Decided outcome = Recent.decide(kind, recent.observation().account("999999999999"));

    outcome.doesNothing();
    assertThat(outcome.reason()).isEqualTo("Suspended");
    assertThat(outcome.isReconciling()).isFalse();
    assertThat(outcome.isStalled()).isFalse();
  }

  @Test
  void aSuspendedResourceIsReadyWhileItIsActiveInAws() {
    Recent recent = Recent.settled();
    recent.suspend = true;

    assertThat(Recent.decide(kind, recent.observation().seeing(Recent.remote())).isReady())
        .isTrue();
    assertThat(
            Recent.decide(
                    kind, recent.observation().seeing(Recent.remote().status("DELETE PENDING")))
                .isReady())
        .isFalse();
  }

  @Test
  void aSuspendedResourceKeepsItsReadinessWhileTheAccountIsUnread() {
    Recent recent = Recent.settled();
    recent.suspend = true;
    assertThat(Recent.decide(kind, recent.observation().unread()).isReady()).isTrue();

    recent.conditions = Recent.conditions(ConditionStatus.False, "Creating");
    assertThat(Recent.decide(kind, recent.observation().unread()).isReady()).isFalse();
  }

  @Test
  void whatIsUnderWayIsToldWithItsAgeOnceListsHaveFailedForLong() {
    var lately = Recent.settled().observation().seeing(Recent.remote().status("CREATE PENDING"));
    Instant before = Observation.NOW.minus(Duration.ofMinutes(2));
    assertThat(Recent.decide(kind, lately.listFailed(DENIED).asOf(before)).message())
        .doesNotContain("Lists have failed");
    assertThat(Recent.decide(kind, lately.asOf(before.minusSeconds(1))).message())
        .contains("is CREATE PENDING.")
        .endsWith(
            " Lists have failed since 2026-11-24T11:57:59Z (AccessDeniedException): this may be"
                + " out of date.");
    assertThat(Recent.decide(kind, lately.seeing(Recent.remote())).message())
        .as("what is settled stays as it was")
        .doesNotContain("Lists have failed");
  }

  @ParameterizedTest
  @CsvSource({"999999999999,eu-west-1", "123456789012,us-east-1"})
  void anArnOfAnotherAccountOrRegionStallsAndTouchesNothing(String account, String region) {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled().observation(null).unread().account(account).region(region).gone());

    outcome.isStalledBy("WrongAccount");
    assertThat(outcome.message())
        .contains("account 123456789012, region eu-west-1")
        .contains("account " + account + ", region " + region);
    assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theArnDoesNotMoveToAResourceOfOursInAnotherAccount(boolean suspended) {
    Recent recent = Recent.settled();
    recent.suspend = suspended;
    Remote<String> there =
        Remote.<String>active("arn:aws:personalize:eu-west-1:999999999999:filter/recent")
            .tagged(Recent.OURS);

    Decided outcome =
        Recent.decide(kind, recent.observation().account("999999999999").seeing(there));

    outcome.doesNothing();
    assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.isReady()).isFalse();
  }

  @Test
  void anAccountOrRegionThatIsNotKnownYetIsNoWrongOne() {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled().observation().account(null).region(null).seeing(Recent.remote()));

    assertThat(outcome.reason()).isEqualTo("Active");
  }

  @Test
  void nothingIsSaidWhileTheAccountIsBeingRead() {
    Decision decision = Recent.decide(kind, Recent.fresh().observation(null).unread()).decision();

    assertThat(decision.status()).isEmpty();
    assertThat(decision.action()).isEmpty();
    assertThat(decision.notices()).isEmpty();
  }

  @Test
  void aFailedFirstListIsReportedAndIsNotTakenForAnEmptyAccount() {
    Decided outcome = Recent.decide(kind, Recent.fresh().observation().unread().listFailed(DENIED));

    outcome.isStalledBy("AccessDenied");
    assertThat(outcome.message()).isEqualTo("Not allowed to list.");
  }

  @Test
  void aFailedListKeepsWhatWasReportedBefore() {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled()
                .observation()
                .unread()
                .listFailed(new AwsFailure(FailureClass.RETRY_SOON, "HTTP 503", "Try later.")));

    outcome.doesNothing().isReconcilingBy("AwsUnavailable");
    assertThat(outcome.isReady()).isTrue();
    assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.status().awsStatus()).isEqualTo("ACTIVE");
  }

  @Test
  void aLaterFailedListLeavesTheLastGoodViewInForce() {
    Decided outcome =
        Recent.decide(
            kind, Recent.settled().observation().listFailed(DENIED).seeing(Recent.remote()));

    assertThat(outcome.reason()).isEqualTo("Active");
  }

  @Test
  void aParentThatTellsTheIdentityIsAskedForBeforeTheAccountIsRead() {
    kind.identityKnown = false;

    Recent.decide(kind, Recent.fresh().observation(null).unread())
        .doesNothing()
        .isReconcilingBy("WaitingForDatasetGroup");
  }

  @Test
  void aParentThatDoesNotExistIsNamed() {
    Decided outcome = Recent.decide(kind, Recent.fresh().observation(null));

    outcome.doesNothing().isReconcilingBy("WaitingForDatasetGroup");
    assertThat(outcome.message()).startsWith("DatasetGroup movies does not exist");
  }

  @Test
  void aParentThatIsNotActiveIsWaitedForAndItsStateTold() {
    Decided creating =
        Recent.decide(kind, Recent.fresh().observation(Recent.parent("CREATE IN_PROGRESS")));
    creating.doesNothing().isReconcilingBy("WaitingForDatasetGroup");
    assertThat(creating.message()).isEqualTo("DatasetGroup movies is CREATE IN_PROGRESS.");

    Decided notMade = Recent.decide(kind, Recent.fresh().observation(Recent.parent(null)));
    notMade.doesNothing();
    assertThat(notMade.message())
        .isEqualTo("DatasetGroup movies is not in Amazon Personalize yet.");
  }

  @Test
  void aResourceThatServesGoesOnServingWhenItsParentIsMissing() {
    Decided outcome =
        Recent.decide(kind, Recent.settled().observation(null).seeing(Recent.remote()));

    outcome.doesNothing().isReconcilingBy("WaitingForDatasetGroup");
    assertThat(outcome.isReady()).isTrue();
  }

  @Test
  void whatIsThereIsKeptInOrderThoughItsParentIsMissing() {
    kind.drift = new Drift.Repairable(UpdateCampaignRequest.builder().build(), "tps");

    Recent.decide(kind, Recent.settled().observation(null).seeing(Recent.remote().details("d")))
        .action(Action.Update.class);
  }

  @Test
  void whatTheKindWaitsForComesAfterTheParentsAndBeforeTheCreation() {
    kind.waitsFor = Verdict.stalled(Reason.InvalidSpec, "Not JSON.", false);

    Recent.decide(kind, Recent.fresh().observation()).isStalledBy("InvalidSpec");
    Recent.decide(kind, Recent.fresh().observation(null)).isReconcilingBy("WaitingForDatasetGroup");
  }

  private Attempt failedCreation(AwsFailure failure) {
    Action.Key key =
        Recent.decide(kind, Recent.fresh().observation()).action(Action.Create.class).key();
    return Attempt.first(key, 1, failure, Observation.NOW, false);
  }

  @Test
  void aFailedActionIsNotMadeAgainBeforeItsTime() {
    Attempt failed =
        failedCreation(
            new AwsFailure(FailureClass.NEEDS_USER, "InvalidInputException", "Bad expression."));

    Decided outcome = Recent.decide(kind, Recent.fresh().observation().after(failed));
    outcome.isStalledBy("RefusedByAws");
    assertThat(outcome.message()).isEqualTo("Bad expression.");
    assertThat(outcome.wakeAt()).isEqualTo(Observation.NOW.plus(Duration.ofMinutes(10)));

    Recent.decide(
            kind, Recent.fresh().observation().after(failed).at(Observation.NOW.plusSeconds(600)))
        .action(Action.Create.class);
  }

  @Test
  void aNewGenerationIsTriedAtOnce() {
    Recent recent = Recent.fresh();
    recent.generation = 2;

    Recent.decide(kind, recent.observation().after(failedCreation(DENIED)))
        .action(Action.Create.class);
  }

  @Test
  void aFailedActionHoldsBackNoOther() {
    Attempt other =
        Attempt.first(new Action.Key(Action.Update.class, "1"), 1, DENIED, Observation.NOW, false);
    Recent.decide(kind, Recent.fresh().observation().after(other)).action(Action.Create.class);

    kind.drift = new Drift.Repairable(UpdateCampaignRequest.builder().build(), "tps 1 -> 2");
    Action.Key key =
        Recent.decide(kind, Recent.settled().observation().seeing(Recent.remote().details("d")))
            .action(Action.Update.class)
            .key();
    Attempt sameCall = Attempt.first(key, 1, DENIED, Observation.NOW, false);
    Recent.decide(
            kind,
            Recent.settled().observation().seeing(Recent.remote().details("d")).after(sameCall))
        .isStalledBy("AccessDenied");

    kind.drift =
        new Drift.Repairable(
            UpdateCampaignRequest.builder().minProvisionedTPS(3).build(), "tps 1 -> 3");
    Recent.decide(
            kind,
            Recent.settled().observation().seeing(Recent.remote().details("d")).after(sameCall))
        .action(Action.Update.class);
  }

  @Test
  void noWakeUpLiesInThePast() {
    kind.nextChange = Observation.NOW;
    assertThat(Recent.decide(kind, Recent.fresh().observation()).decision().wakeAt()).isEmpty();

    kind.nextChange = Observation.NOW.plusSeconds(5);
    assertThat(Recent.decide(kind, Recent.fresh().observation()).wakeAt())
        .isEqualTo(Observation.NOW.plusSeconds(5));
  }

  @Test
  void aStallIsToldOnceAndAnotherReasonAgain() {
    Remote<String> taken = Remote.<String>active(Recent.ARN).tagged(Recent.ANOTHERS);
    Recent recent = Recent.fresh();
    assertThat(Recent.decide(kind, recent.observation().seeing(taken)).decision().notices())
        .extracting(Notice::reason)
        .containsExactly("NameTaken");

    recent.conditions = Recent.stalled("NameTaken");
    assertThat(Recent.decide(kind, recent.observation().seeing(taken)).decision().notices())
        .isEmpty();

    recent.conditions = Recent.stalled("AdoptionRefused");
    assertThat(Recent.decide(kind, recent.observation().seeing(taken)).decision().notices())
        .extracting(Notice::reason)
        .containsExactly("NameTaken");
  }

  @Test
  void theStatusSpeaksOfTheGenerationThatWasLookedAt() {
    Recent recent = Recent.settled();
    recent.generation = 7;

    Decided outcome = Recent.decide(kind, recent.observation().seeing(Recent.remote()));

    assertThat(outcome.status().observedGeneration()).isEqualTo(7);
    assertThat(outcome.status().conditions()).allMatch(c -> c.observedGeneration() == 7);
  }
}
