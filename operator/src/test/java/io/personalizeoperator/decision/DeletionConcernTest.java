package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;

/** A custom resource that is being deleted. */
class DeletionConcernTest {
  private final PlainKind kind = new PlainKind();

  private Decided decide(Observation<Filter, String> observation) {
    return Recent.decide(kind, observation);
  }

  private static Recent leaving() {
    return Recent.settled().beingDeleted();
  }

  private static void isDone(Decided outcome) {
    outcome.action(Action.RemoveFinalizer.class);
  }

  @Test
  void whatIsOursIsDeletedByArn() {
    Decided outcome = decide(leaving().observation().seeing(Recent.remote()));

    Action.Delete delete = outcome.action(Action.Delete.class);
    assertThat(delete.arn()).isEqualTo(Recent.ARN);
    assertThat(delete.request())
        .isEqualTo(DeleteFilterRequest.builder().filterArn(Recent.ARN).build());
    outcome.isReconcilingBy("Deleting");
    assertThat(outcome.isReady()).isFalse();
  }

  @Test
  void aSuspendedResourceIsKeptWithItsFinalizer() {
    Recent recent = leaving();
    recent.suspend = true;

    Decided outcome = decide(recent.observation().seeing(Recent.remote()));

    outcome.doesNothing();
    assertThat(outcome.reason()).isEqualTo("Suspended");
  }

  @Test
  void aPublishedArnIsTakenBackFirst() {
    Recent recent = leaving();
    recent.deletionPolicy = DeletionPolicy.Retain;
    recent.published = new Published("arns", "recent", Recent.ARN, null, null);

    assertThat(
            decide(recent.observation().seeing(Recent.remote()))
                .action(Action.Unpublish.class)
                .from())
        .isEqualTo(recent.published);
  }

  @Test
  void whatIsRetainedStaysWhateverRefersToIt() {
    Recent recent = leaving();
    recent.deletionPolicy = DeletionPolicy.Retain;

    isDone(
        decide(
            recent
                .observation()
                .seeing(Recent.remote())
                .dependents(List.of(Recent.fresh().resource()))));
  }

  @Test
  void whatNeverBecameActiveHoldsNothingToRetain() {
    Recent recent = leaving();
    recent.deletionPolicy = DeletionPolicy.Retain;
    recent.awsStatus = "CREATE FAILED";

    decide(recent.observation().seeing(Recent.remote().status("CREATE FAILED")))
        .action(Action.Delete.class);
  }

  @Test
  void whatAwsCannotDeleteStays() {
    kind.traits.add(Trait.UNDELETABLE);

    isDone(decide(leaving().observation().seeing(Recent.remote())));
  }

  @Test
  void nothingIsDeletedInAnotherAccount() {
    decide(leaving().observation().account("999999999999").seeing(Recent.remote()))
        .isStalledBy("WrongAccount");
  }

  @Test
  void whatOthersReferToWaitsAndSaysForWhich() {
    Filter one = Recent.fresh().resource();
    one.getMetadata().setName("b");
    Filter other = Recent.fresh().resource();
    other.getMetadata().setName("a");

    Decided outcome =
        decide(leaving().observation().seeing(Recent.remote()).dependents(List.of(one, other)));

    outcome.doesNothing().isReconcilingBy("WaitingForDependents");
    assertThat(outcome.message()).endsWith("Filter a, Filter b.");
  }

  @Test
  void whatHasNoIdentityWasNeverMade() {
    kind.identityKnown = false;

    isDone(decide(Recent.fresh().beingDeleted().observation(null).unread()));
  }

  @Test
  void nothingIsDecidedBeforeTheAccountIsRead() {
    Decided outcome = decide(leaving().observation().unread());
    assertThat(outcome.decision().action()).isEmpty();
    assertThat(outcome.decision().status()).isEmpty();

    decide(
            leaving()
                .observation()
                .unread()
                .listFailed(new AwsFailure(FailureClass.RETRY_SOON, "HTTP 500", "Later.")))
        .doesNothing()
        .isReconcilingBy("AwsUnavailable");
  }

  @Test
  void theParentsAreNotNeededForADeletion() {
    decide(leaving().observation(null).seeing(Recent.remote())).action(Action.Delete.class);
  }

  @Test
  void absenceIsConfirmedBeforeTheFinalizerGoes() {
    Decided outcome = decide(leaving().observation());
    outcome.isReconcilingBy("ConfirmingAbsence");
    assertThat(outcome.action(Action.ReadDetails.class).arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.wakeAt()).isEqualTo(Observation.NOW.plusSeconds(30));

    isDone(decide(leaving().observation().gone()));
  }

  @Test
  void whatWasNeverReportedIsLookedForByItsName() {
    Decided outcome = decide(Recent.fresh().beingDeleted().observation());

    outcome.isReconcilingBy("ConfirmingAbsence");
    assertThat(outcome.action(Action.ReadDetails.class).arn()).isEqualTo(Recent.ARN);
    isDone(decide(Recent.fresh().beingDeleted().observation().gone()));
  }

  @Test
  void whatHasNoArnToAskForIsAwaitedForAWhileAfterAStart() {
    Recent recent = Recent.fresh().beingDeleted();

    decide(recent.observation().account(null).knownSince(Observation.NOW.minusSeconds(120)))
        .doesNothing()
        .isReconcilingBy("ConfirmingAbsence");
    isDone(
        decide(recent.observation().account(null).knownSince(Observation.NOW.minusSeconds(121))));
  }

  @ParameterizedTest
  @CsvSource({"RETRY_SOON,true", "EXISTS,true", "WAIT_FOR_CHANGE,true", "NEEDS_USER,false"})
  void aCreationWhoseReplyMayBeLostIsAwaitedForTwoMinutes(
      FailureClass kindOfFailure, boolean waits) {
    Recent recent = Recent.fresh();
    Action.Key key = decide(recent.observation()).action(Action.Create.class).key();
    Attempt failed =
        Attempt.first(key, 1, new AwsFailure(kindOfFailure, "Code", "m"), Observation.NOW, false);
    recent.beingDeleted();

    Decided soon = decide(recent.observation().gone().after(failed));
    assertThat(soon.decision().action().orElseThrow() instanceof Action.ReadDetails)
        .isEqualTo(waits);
    isDone(decide(recent.observation().gone().after(failed).at(Observation.NOW.plusSeconds(120))));
  }

  @Test
  void aDeletionUnderWayIsWaitedFor() {
    decide(leaving().observation().seeing(Recent.remote().status("DELETE IN_PROGRESS")))
        .doesNothing()
        .isReconcilingBy("Deleting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another", "nobody"})
  void whatTheTagsDoNotCallOursStaysAndIsTold(String owner) {
    Map<String, String> tags = owner.equals("another") ? Recent.ANOTHERS : Map.of("a", "b");

    Decided outcome =
        decide(leaving().observation().seeing(Remote.<String>active(Recent.ARN).tagged(tags)));

    isDone(outcome);
    assertThat(outcome.decision().notices())
        .extracting(Notice::reason)
        .containsExactly("NotDeleted");
  }

  @Test
  void tagsOlderThanAMinuteAreReadAgainBeforeADeletion() {
    Remote<String> stale =
        Recent.remote().tagged(Recent.OURS, Observation.NOW.minus(Duration.ofSeconds(61)));
    decide(leaving().observation().seeing(stale)).action(Action.ReadTags.class);
    decide(leaving().observation().seeing(Remote.<String>active(Recent.ARN)))
        .action(Action.ReadTags.class);

    Remote<String> fresh =
        Recent.remote().tagged(Recent.OURS, Observation.NOW.minus(Duration.ofSeconds(60)));
    decide(leaving().observation().seeing(fresh)).action(Action.Delete.class);
  }

  @Test
  void aKindWithoutTagsIsDeletedOnlyIfTheOperatorMadeIt() {
    kind.traits.add(Trait.UNTAGGABLE);
    Remote<String> there = Remote.<String>active(Recent.ARN).details("same");
    Recent recent = leaving();
    decide(recent.observation().seeing(there)).action(Action.Delete.class);

    recent.ownership = Ownership.Shared;
    isDone(decide(recent.observation().seeing(there)));

    recent.ownership = Ownership.Adopted;
    isDone(decide(recent.observation().seeing(there)));
  }

  @Test
  void aKindWithoutTagsIsDeletedOnlyWithTheContentThatItWasMadeWith() {
    kind.traits.add(Trait.UNTAGGABLE);
    decide(leaving().observation().seeing(Remote.active(Recent.ARN)))
        .action(Action.ReadDetails.class);

    kind.immutable = List.of("the content");
    isDone(
        decide(leaving().observation().seeing(Remote.<String>active(Recent.ARN).details("other"))));
  }

  @Test
  void whatAwsIsAtWorkOnIsDeletedAfterwards() {
    Decided outcome =
        decide(leaving().observation().seeing(Recent.remote().status("CREATE IN_PROGRESS")));

    outcome.doesNothing().isReconcilingBy("Deleting");
    assertThat(outcome.message()).contains("CREATE IN_PROGRESS");
  }

  @Test
  void whatTheKindDoesBeforeADeletionComesFirst() {
    kind.beforeDelete =
        Finding.rest(
            Concern.DELETION,
            Verdict.progressing(Reason.Deleting, "A training is being stopped.", false));

    assertThat(decide(leaving().observation().seeing(Recent.remote())).message())
        .isEqualTo("A training is being stopped.");
  }
}
