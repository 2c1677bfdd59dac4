package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** A resource that is there and ours. */
class UpkeepTest {
  private static final UpdateCampaignRequest UPDATE = UpdateCampaignRequest.builder().build();
  private final PlainKind kind = new PlainKind();

  private static Published publishedAs(String configMap, String key, String value) {
    return new Published(configMap, key, value, null, null);
  }

  private static Publish publish(String configMap, String key) {
    return new Publish(new Publish.ConfigMapKey(configMap, key, null));
  }

  private Decided decide(Recent recent, Remote<String> remote) {
    return Recent.decide(kind, recent.observation().seeing(remote));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE PENDING", "CREATE IN_PROGRESS", "CREATE STOPPING"})
  void whatAwsIsMakingIsWaitedFor(String status) {
    Decided outcome = decide(Recent.fresh(), Recent.remote().status(status));

    outcome.doesNothing().isReconcilingBy("Creating");
    assertThat(outcome.message()).isEqualTo("The filter is " + status + ".");
    assertThat(outcome.isReady()).isFalse();
    assertThat(outcome.status().awsStatus()).isEqualTo(status);
  }

  @Test
  void whatSomebodyDeletesIsWaitedForAndNotTouched() {
    kind.drift = new Drift.Repairable(UPDATE, "all");

    decide(Recent.settled(), Recent.remote().status("DELETE IN_PROGRESS"))
        .doesNothing()
        .isReconcilingBy("Deleting");
  }

  @Test
  void aFailedCreationStallsWithAwsWordsAndTheWayOut() {
    Decided outcome =
        decide(
            Recent.settled(),
            Recent.remote().status("CREATE FAILED").failedBecause("No such role"));

    outcome.isStalledBy("CreateFailed");
    assertThat(outcome.message())
        .startsWith("No such role. Fix the cause, then set the annotation");
  }

  @Test
  void aFailedCreationWithoutAReasonSaysSo() {
    assertThat(decide(Recent.settled(), Recent.remote().status("CREATE FAILED")).message())
        .startsWith("AWS gives no reason.");
  }

  @Test
  void aFailedCreationIsDeletedOnTheUsersWordOnlyOnce() {
    Recent recent = Recent.settled();
    recent.recreate = "1";
    Remote<String> failed = Recent.remote().status("CREATE FAILED");

    Decided outcome = decide(recent, failed);
    assertThat(outcome.action(Action.Delete.class).arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.status().recreated()).isNull();

    recent.recreated = "1";
    decide(recent, failed).isStalledBy("CreateFailed");
  }

  @Test
  void aFailedJobThatAwsCannotDeleteOffersNoRecreation() {
    kind.traits.add(Trait.UNDELETABLE);
    Recent recent = Recent.settled();
    recent.recreate = "1";

    Decided outcome =
        decide(recent, Recent.remote().status("CREATE FAILED").failedBecause("Bad CSV."));

    outcome.isStalledBy("CreateFailed");
    assertThat(outcome.message()).isEqualTo("Bad CSV.");
  }

  @Test
  void aFailedCreationThatAnUpdateCanRepairIsUpdated() {
    kind.traits.add(Trait.REPAIRABLE_WHEN_FAILED);
    kind.drift = new Drift.Repairable(UPDATE, "the failed creation is tried again");

    decide(Recent.settled(), Recent.remote().status("CREATE FAILED").details("d"))
        .action(Action.Update.class);
  }

  @Test
  void detailsAreReadOnceAwsHasChangedTheResource() {
    kind.traits.add(Trait.NEEDS_DETAILS);

    Decided unchanged = decide(Recent.settled(), Recent.remote().lastUpdated(Observation.STARTED));
    unchanged.doesNothing();
    assertThat(unchanged.reason()).isEqualTo("Active");

    Decided changed =
        decide(Recent.settled(), Recent.remote().lastUpdated(Observation.NOW.minusSeconds(9)));
    assertThat(changed.action(Action.ReadDetails.class).arn()).isEqualTo(Recent.ARN);
    assertThat(changed.isReady()).isTrue();
  }

  @Test
  void theTimeOfTheLastChangeIsReportedOnlyOnceAllIsAsTheManifestSays() {
    kind.traits.add(Trait.NEEDS_DETAILS);
    Remote<String> changed = Recent.remote().lastUpdated(Observation.NOW.minusSeconds(9));
    Recent recent = Recent.settled();

    assertThat(decide(recent, changed).status().awsLastUpdated()).isEqualTo(Observation.STARTED);
    kind.immutable = List.of("the expression");
    assertThat(decide(recent, changed.details("d")).status().awsLastUpdated())
        .isEqualTo(Observation.STARTED);
    kind.immutable = List.of();
    assertThat(decide(recent, changed.details("d")).status().awsLastUpdated())
        .isEqualTo(Observation.NOW.minusSeconds(9));
  }

  @Test
  void aGenerationCountsAsAppliedOnceAwsIsAsItSays() {
    Recent edited = Recent.settled();
    edited.generation = 2;
    kind.drift = new Drift.UpdateUnderWay("An update is CREATE PENDING.");
    assertThat(decide(edited, Recent.remote().details("d")).status().appliedGeneration())
        .isEqualTo(1);

    kind.drift = Drift.NONE;
    assertThat(decide(edited, Recent.remote().details("d")).status().appliedGeneration())
        .isEqualTo(2);
  }

  @Test
  void detailsAreReadForASpecThatWasNotAppliedYet() {
    kind.traits.add(Trait.NEEDS_DETAILS);
    Recent edited = Recent.settled();
    edited.generation = 2;
    decide(edited, Recent.remote()).action(Action.ReadDetails.class);

    Recent interrupted = Recent.settled();
    interrupted.generation = 2;
    interrupted.observedGeneration = 2L;
    decide(interrupted, Recent.remote()).action(Action.ReadDetails.class);
  }

  @Test
  void anUpdateThatAwsDoesNotKeepIsNotSentForEver() {
    kind.drift = new Drift.NotKept("minProvisionedTPS 5 -> 2", null);

    Action look =
        decide(Recent.settled(), Recent.remote().details("d")).action(Action.ReadDetails.class);
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled()
                .observation()
                .seeing(Recent.remote().details("d"))
                .outcomes(List.of(new Outcome.Done(look))));

    outcome.isStalledBy("UpdateFailed");
    assertThat(outcome.message()).contains("minProvisionedTPS 5 -> 2");
    assertThat(outcome.isReady()).isTrue();
  }

  @Test
  void anUpdateThatHasJustEndedMayNotShowWhatItChanged() {
    kind.drift = new Drift.NotKept("minProvisionedTPS 5 -> 2", Observation.NOW.minusSeconds(5));

    Decided outcome = decide(Recent.settled(), Recent.remote().details("d"));

    outcome.doesNothing().isReconcilingBy("Updating");
    assertThat(outcome.message()).contains("looks again");
  }

  @Test
  void whatAwsCannotChangeStallsWhileTheResourceServesOn() {
    kind.immutable = List.of("roleArn a", "kmsKeyArn b");

    Decided outcome = decide(Recent.settled(), Recent.remote().details("d"));

    outcome.isStalledBy("ImmutableDifference");
    assertThat(outcome.message()).contains("roleArn a; kmsKeyArn b");
    assertThat(outcome.isReady()).isTrue();
  }

  @Test
  void driftIsRepairedAndToldAsDriftOnlyWhenTheSpecIsOld() {
    kind.drift = new Drift.Repairable(UPDATE, "minProvisionedTPS 5 -> 2");

    Action.Update repair =
        decide(Recent.settled(), Recent.remote().details("d")).action(Action.Update.class);
    assertThat(repair.request()).isEqualTo(UPDATE);
    assertThat(repair.notice().reason()).isEqualTo("DriftCorrected");
    assertThat(repair.notice().message()).contains("minProvisionedTPS 5 -> 2");

    Recent edited = Recent.settled();
    edited.generation = 2;
    Decided update = decide(edited, Recent.remote().details("d"));
    assertThat(update.action(Action.Update.class).notice().reason()).isEqualTo("Updated");
    assertThat(update.isReady()).isTrue();
  }

  @Test
  void detailsAreReadWhenWhatIsWantedIsNotWhatWasFoundInForce() {
    kind.traits.add(Trait.NEEDS_DETAILS);
    kind.asApplied = false;

    decide(Recent.settled(), Recent.remote()).action(Action.ReadDetails.class);
  }

  @Test
  void anUpdateUnderWayIsWaitedForWhileTheResourceServes() {
    kind.drift = new Drift.UpdateUnderWay("An update is CREATE PENDING.");

    Decided outcome = decide(Recent.settled(), Recent.remote().details("d"));

    outcome.doesNothing().isReconcilingBy("Updating");
    assertThat(outcome.isReady()).isTrue();
  }

  @Test
  void aFailedUpdateStallsUntilItIsTriedAgain() {
    kind.drift = new Drift.UpdateFailed("It failed.", Observation.NOW.plusSeconds(60));

    Decided outcome = decide(Recent.settled(), Recent.remote().details("d"));

    outcome.isStalledBy("UpdateFailed");
    assertThat(outcome.isReady()).isTrue();
    assertThat(outcome.wakeAt()).isEqualTo(Observation.NOW.plusSeconds(60));
  }

  @Test
  void theArnIsPublishedMovedAndTakenBack() {
    Recent recent = Recent.settled();
    recent.publish = publish("arns", "recent");
    assertThat(decide(recent, Recent.remote()).action(Action.AnnouncePublication.class).to())
        .as("first the status says where, so that nothing is left there after a crash")
        .isEqualTo(publishedAs("arns", "recent", null));

    recent.published = publishedAs("arns", "recent", null);
    assertThat(decide(recent, Recent.remote()).action(Action.PublishArn.class).to())
        .isEqualTo(publishedAs("arns", "recent", Recent.ARN));

    recent.published = publishedAs("arns", "recent", Recent.ARN);
    decide(recent, Recent.remote()).doesNothing();

    recent.publish = publish("arns", "newest");
    assertThat(decide(recent, Recent.remote()).action(Action.PublishArn.class).to())
        .as("another key of the same ConfigMap takes the place of the first in one write")
        .isEqualTo(publishedAs("arns", "newest", Recent.ARN));

    recent.publish = publish("elsewhere", "recent");
    assertThat(decide(recent, Recent.remote()).action(Action.Unpublish.class).from())
        .isEqualTo(publishedAs("arns", "recent", Recent.ARN));

    recent.publish = null;
    decide(recent, Recent.remote()).action(Action.Unpublish.class);
  }

  @Test
  void aPublishedArnThatHasChangedIsWrittenOver() {
    Recent recent = Recent.settled();
    recent.publish = publish("arns", "recent");
    recent.published = publishedAs("arns", "recent", Observation.arn("filter/older"));

    assertThat(decide(recent, Recent.remote()).action(Action.PublishArn.class).to().value())
        .isEqualTo(Recent.ARN);
  }

  @Test
  void theNameIsPublishedBesideTheArn() {
    Recent recent = Recent.settled();
    recent.publish = new Publish(new Publish.ConfigMapKey("arns", "arn", "name"));
    recent.published = new Published("arns", "arn", null, "name", null);

    assertThat(decide(recent, Recent.remote()).action(Action.PublishArn.class).to().content())
        .isEqualTo(Map.of("arn", Recent.ARN, "name", "recent"));
  }

  private Decided decide(Recent recent, Publication found) {
    return Recent.decide(kind, recent.observation().publication(found).seeing(Recent.remote()));
  }

  private static Recent published() {
    Recent recent = Recent.settled();
    recent.publish = publish("arns", "recent");
    recent.published = publishedAs("arns", "recent", Recent.ARN);
    return recent;
  }

  @Test
  void whatIsInPlaceIsNotWritten() {
    decide(published(), new Publication(true, Map.of("recent", Recent.ARN), Map.of()))
        .doesNothing();
    decide(published(), Publication.UNKNOWN).doesNothing();
  }

  @Test
  void whatIsGoneOrChangedIsPutBack() {
    for (Map<String, String> own :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("recent", "old-one"),
            Map.of("recent", Recent.ARN, "older-key", Recent.ARN))) {
      assertThat(
              decide(published(), new Publication(true, own, Map.of()))
                  .action(Action.PublishArn.class)
                  .to())
          .isEqualTo(publishedAs("arns", "recent", Recent.ARN));
    }
    kind.immutable = List.of("the expression");
    assertThat(
            Recent.decide(
                    kind,
                    published()
                        .observation()
                        .publication(new Publication(true, Map.of(), Map.of()))
                        .seeing(Recent.remote().details("d")))
                .action(Action.PublishArn.class)
                .to())
        .as("applications were promised it, whatever the manifest says by now")
        .isEqualTo(publishedAs("arns", "recent", Recent.ARN));
  }

  @Test
  void whatThisPassHasWrittenIsNotWrittenAgainBeforeTheWatchShowsIt() {
    Action done = new Action.PublishArn(publishedAs("arns", "recent", Recent.ARN));
    Recent.decide(
            kind,
            published()
                .observation()
                .publication(new Publication(true, Map.of(), Map.of()))
                .outcomes(List.of(new Outcome.Done(done)))
                .seeing(Recent.remote()))
        .doesNothing();
  }

  @Test
  void aKeyOfAnotherResourceIsWaitedForAndNamesItsOwner() {
    Recent recent = Recent.settled();
    recent.publish = publish("arns", "recent");
    Decided outcome =
        decide(recent, new Publication(true, Map.of(), Map.of("recent", "Filter/first")));

    outcome.doesNothing().isStalledBy("PublishFailed");
    assertThat(outcome.message())
        .isEqualTo(
            "The key recent of the ConfigMap arns belongs to Filter/first. Set another key here, or remove publish there.");
  }

  @Test
  void nothingIsPublishedBeforeTheResourceIsActiveAndRight() {
    Recent recent = Recent.settled();
    recent.publish = publish("arns", "recent");
    decide(recent, Recent.remote().status("CREATE IN_PROGRESS")).doesNothing();

    kind.immutable = List.of("the expression");
    decide(recent, Recent.remote().details("d")).doesNothing();
  }

  @Test
  void theKindsOwnPolicyComesLast() {
    kind.whenActive =
        Finding.rest(Concern.POLICY, Verdict.settled(Reason.NoSolutionVersion, "No version."));
    Recent recent = Recent.settled();
    assertThat(decide(recent, Recent.remote()).reason()).isEqualTo("NoSolutionVersion");

    recent.publish = publish("arns", "recent");
    decide(recent, Recent.remote()).action(Action.AnnouncePublication.class);
  }
}
