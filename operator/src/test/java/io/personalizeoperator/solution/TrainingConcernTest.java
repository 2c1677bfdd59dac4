package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;

class TrainingConcernTest {
  private static final String ARN = Observation.arn("solution/s");
  private static final String GROUP = Observation.arn("dataset-group/g");
  private static final Instant MADE = Observation.NOW.minus(Duration.ofDays(1));

  private String training = "";
  private String status = "";
  private String deleted = "";
  private List<PersonalizeResource<?, ?>> neighbours = List.of();

  private static RemoteResource<SolutionVersionDetails> version(
      String id, String status, int minute) {
    return Remote.<SolutionVersionDetails>in(status, ARN + "/" + id)
        .created(MADE.plusSeconds(minute * 60L))
        .failedBecause(status.endsWith("FAILED") ? "Too little data." : null)
        .details(
            new SolutionVersionDetails(
                id, "FULL", "MANUAL", 1.0, Map.of(), Map.of("coverage", 0.5)))
        .live();
  }

  private static DatasetImport imported(String name, String ready, String stalled, Instant at) {
    String lastSuccess =
        at == null ? "" : "  lastSuccess: {name: j, status: ACTIVE, completed: '" + at + "'}\n";
    return Manifests.read(
        DatasetImport.class,
        """
        metadata: {name: %s}
        spec: {datasetRef: {name: d}}
        status:
        %s  conditions:
          - {type: Ready, status: '%s', reason: R, message: m}
          - {type: Stalled, status: '%s', reason: R, message: m}
        """
            .formatted(name, lastSuccess, ready, stalled));
  }

  private static Dataset dataset(String group) {
    return Manifests.read(
        Dataset.class,
        "metadata: {name: d}\nspec: {type: Items, datasetGroupRef: {name: %s}}".formatted(group));
  }

  private static String recorded(String state) {
    return ", history: [{arn: '%s/v1', name: v1, status: %s, created: '%s'}]"
        .formatted(ARN, state, MADE);
  }

  @SafeVarargs
  private Decided decide(RemoteResource<SolutionVersionDetails>... versions) {
    List<RemoteResource<SolutionVersionDetails>> all = new ArrayList<>();
    for (RemoteResource<SolutionVersionDetails> version : versions) {
      all.add(version);
    }
    return decide(new Snapshot<>(true, MADE, MADE, Optional.empty(), all, false));
  }

  private Decided decide(Snapshot<SolutionVersionDetails> versions) {
    Solution solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: s, generation: 1%s}
            spec: {recipe: aws-sims, datasetGroupRef: {name: g}%s}
            status: {observedGeneration: 1, appliedGeneration: 1, arn: '%s', awsStatus: ACTIVE,
              ownership: Created, awsLastUpdated: '%s'%s}
            """
                .formatted(deleted, training, ARN, MADE, status));
    DatasetGroup group =
        Manifests.read(
            DatasetGroup.class,
            "metadata: {name: g}\nspec: {}\nstatus: {arn: '%s', awsStatus: ACTIVE}"
                .formatted(GROUP));
    return new Decided(
        new LifecycleDecider<>(new SolutionDecider())
            .decide(
                Observation.<Solution, SolutionDetails>of(solution)
                    .parent(
                        ParentReference.of(
                            DatasetGroup.class, solution.getSpec().datasetGroupRef(), null),
                        group)
                    .seeing(
                        Remote.<SolutionDetails>active(ARN)
                            .created(MADE)
                            .tagged(Observation.owner(solution).with(null)))
                    .related(SolutionVersionCalls.KIND, versions)
                    .neighbours(neighbours)
                    .observed(new SolutionDecider())));
  }

  private static SolutionStatus statusOf(Decided outcome) {
    return (SolutionStatus) outcome.decision().status().orElseThrow();
  }

  private static String trains(Decided outcome) {
    Action.CreateRelated create = outcome.action(Action.CreateRelated.class);
    return ((CreateSolutionVersionRequest) create.request()).name();
  }

  @Test
  void aNewSolutionIsTrainedOnceUnderANameThatNeverChanges() {
    Decided outcome = decide();

    assertThat(trains(outcome)).isEqualTo("initial");
    outcome.isReconcilingBy("Training");
    assertThat(trains(decide())).isEqualTo("initial");
    decide(version("v1", "CREATE PENDING", 1)).doesNothing().isReconcilingBy("Training");
  }

  @Test
  void nothingIsTrainedWhileTheVersionsAreUnread() {
    decide(new Snapshot<>(false, null, null, Optional.empty(), List.of(), false))
        .decision()
        .action()
        .ifPresent(action -> org.assertj.core.api.Assertions.fail("Trains: " + action));
  }

  @Test
  void theFirstTrainingWaitsForTheImportsOfItsDatasetGroup() {
    neighbours =
        List.of(
            dataset("g"),
            imported("b", "False", "False", null),
            imported("a", "False", "True", null),
            imported("done", "True", "False", MADE));

    Decided outcome = decide();

    outcome.doesNothing().isReconcilingBy("WaitingForDatasetImport");
    assertThat(outcome.message()).contains("DatasetImport a (failed), b.").doesNotContain("done");
  }

  @Test
  void withoutOnCreateNothingIsTrained() {
    training = ", training: {onCreate: false}";

    Decided outcome = decide();

    outcome.doesNothing();
    assertThat(outcome.reason()).isEqualTo("NoSolutionVersion");
    assertThat(outcome.isReady()).isTrue();
  }

  @Test
  void aFailedTrainingIsRepeatedOnlyAfterANewImport() {
    RemoteResource<SolutionVersionDetails> failed = version("v1", "CREATE FAILED", 10);
    neighbours = List.of(dataset("g"), imported("i", "True", "False", MADE.plusSeconds(10 * 60)));
    Decided stalled = decide(failed);
    stalled.isStalledBy("TrainingFailed");
    assertThat(stalled.message()).contains("Version v1 is CREATE FAILED: Too little data.");

    Instant later = MADE.plusSeconds(10 * 60 + 1);
    neighbours = List.of(dataset("g"), imported("i", "True", "False", later));
    assertThat(trains(decide(failed)))
        .isEqualTo("initial-" + failed.summary().created().getEpochSecond());
    decide(failed, version("v2", "CREATE PENDING", 11)).doesNothing();
  }

  @Test
  void theNewestActiveVersionIsPromoted() {
    Decided outcome =
        decide(
            version("v1", "ACTIVE", 1),
            version("v2", "ACTIVE", 2),
            version("v3", "CREATE FAILED", 3),
            version("v4", "CREATE IN_PROGRESS", 4));

    outcome.doesNothing();
    assertThat(outcome.isReady()).isTrue();
    assertThat(statusOf(outcome).promotedVersion().arn()).isEqualTo(ARN + "/v2");
    assertThat(statusOf(outcome).promotedVersion().since()).isEqualTo(Observation.NOW);
    assertThat(statusOf(outcome).latestVersion().arn()).isEqualTo(ARN + "/v4");
    assertThat(outcome.message()).contains("v2 is promoted").contains("CREATE IN_PROGRESS");
  }

  @Test
  void aPromotionKeepsItsTime() {
    status = ", promotedVersion: {arn: '%s/v1', version: v1, since: '%s'}".formatted(ARN, MADE);

    assertThat(statusOf(decide(version("v1", "ACTIVE", 1))).promotedVersion().since())
        .isEqualTo(MADE);
    assertThat(
            statusOf(decide(version("v1", "ACTIVE", 1), version("v2", "ACTIVE", 2)))
                .promotedVersion()
                .since())
        .isEqualTo(Observation.NOW);
  }

  @Test
  void versionsOfAnEarlierSolutionOfTheSameNameDoNotCount() {
    assertThat(trains(decide(version("old", "ACTIVE", -60)))).isEqualTo("initial");
  }

  @Test
  void theEndOfATrainingIsToldOnce() {
    status = recorded("CREATE IN_PROGRESS");
    assertThat(decide(version("v1", "ACTIVE", 1)).decision().notices())
        .extracting(Notice::reason)
        .containsExactly("TrainingSucceeded", "Promoted");
    assertThat(decide(version("v1", "CREATE FAILED", 1)).decision().notices())
        .extracting(Notice::reason)
        .contains("TrainingFailed");

    status =
        recorded("ACTIVE")
            + ", promotedVersion: {arn: '%s/v1', id: v1, since: '%s'}".formatted(ARN, MADE);
    assertThat(decide(version("v1", "ACTIVE", 1)).decision().notices()).isEmpty();
  }

  @Test
  void aTrainingThatIsNotDescribedYetIsToldByItsId() {
    SolutionStatus told =
        statusOf(
            decide(
                version("v1", "ACTIVE", 1),
                Remote.<SolutionVersionDetails>in("CREATE PENDING", ARN + "/v2")
                    .created(MADE.plusSeconds(120))
                    .live()));
    assertThat(told.lifecycle().conditions())
        .filteredOn(condition -> condition.type().equals("Training"))
        .extracting(condition -> condition.message())
        .containsExactly("The training v2 is CREATE PENDING.");
  }

  @Test
  void aTrainingThatRunsIsStoppedBeforeTheSolutionIsDeleted() {
    deleted = ", deletionTimestamp: '2026-11-24T12:00:00Z'";

    Action.MoveRelated stop =
        decide(version("v1", "ACTIVE", 1), version("v2", "CREATE IN_PROGRESS", 2))
            .action(Action.MoveRelated.class);
    assertThat(stop.arn()).isEqualTo(ARN + "/v2");

    decide(version("v2", "CREATE STOPPING", 2)).doesNothing().isReconcilingBy("Deleting");
    decide(version("v1", "ACTIVE", 1), version("v2", "CREATE STOPPED", 2))
        .action(Action.Delete.class);
  }
}
