package io.personalizeoperator.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;

/** Content A, content B, and the manifest of A anew: what the dataset holds counts. */
class JobSearchTest {
  private static final String DATASET = Observation.arn("dataset/movies/ITEMS");
  private static final Instant FIRST = Observation.NOW.minus(Duration.ofHours(5));
  private static final String A = "s3://movies/a.csv";

  private final List<RemoteResource<ImportMode>> jobs = new ArrayList<>();
  private final List<Described<?>> ofDataset = new ArrayList<>();

  private static DatasetImport resource(String uid, String location, String more) {
    return Manifests.read(
        DatasetImport.class,
        """
        metadata: {name: items, generation: 1, uid: %s}
        spec:
          datasetRef: {name: items}
          importMode: FULL
          dataLocation: %s
          roleArn: arn:aws:iam::123456789012:role/r
        %s
        """
            .formatted(uid, location, more));
  }

  private static Dataset dataset(String created) {
    return Manifests.read(
        Dataset.class,
        """
        metadata: {name: items, generation: 1}
        spec: {datasetGroupRef: {name: movies}, schemaRef: {name: items}, type: Items}
        status:
          observedGeneration: 1
          appliedGeneration: 1
          arn: %s
          awsStatus: ACTIVE
          created: %s
        """
            .formatted(DATASET, created));
  }

  private static final Dataset OLD = dataset("2026-11-01T00:00:00Z");

  private static JobSearch search(DatasetImport resource, Dataset dataset) {
    return JobSearch.of(
        resource,
        new Parent(
            ParentReference.of(Dataset.class, resource.getSpec().datasetRef(), null),
            Optional.of(dataset)));
  }

  /** A job that AWS lists; one of the import's own name stands in its group too. */
  private void job(String name, String status, ImportMode mode, Duration after) {
    Remote<ImportMode> job =
        Remote.<ImportMode>in(status, Observation.arn("dataset-import-job/" + name))
            .created(FIRST.plus(after))
            .tagged(Observation.owner(resource("any", A, "")).with(Map.of()));
    ofDataset.add(new Described<>(job.live().summary(), mode));
    if (name.startsWith("items-g")) {
      jobs.add(job.live());
    }
  }

  private static String nameOf(DatasetImport resource) {
    return search(resource, OLD).wanted().toString();
  }

  private Decided decide(DatasetImport resource, Dataset dataset, Outcome... outcomes) {
    DatasetImportDecider kind = new DatasetImportDecider();
    return new Decided(
        new LifecycleDecider<>(kind)
            .decide(
                Observation.<DatasetImport, ImportMode>of(resource)
                    .parent(
                        ParentReference.of(Dataset.class, resource.getSpec().datasetRef(), null),
                        dataset)
                    .seeing(jobs)
                    .outcomes(List.of(outcomes))
                    .observed(kind)));
  }

  /** The pass lists the dataset's jobs first, and goes on with the answer. */
  private Decided decideWithList(DatasetImport resource) {
    Action.ListOf list = decide(resource, OLD).action(Action.ListOf.class);
    assertThat(list.arn()).isEqualTo(DATASET);
    return decide(resource, OLD, new Outcome.Listed(list, ofDataset));
  }

  private static void starts(Decided decided, String name) {
    var request = (CreateDatasetImportJobRequest) decided.action(Action.Create.class).request();
    assertThat(request.jobName()).isEqualTo(name);
  }

  private static void isImported(Decided decided, String name) {
    decided.doesNothing();
    assertThat(decided.reason()).isEqualTo("Imported");
    assertThat(decided.status().arn()).endsWith("/" + name);
  }

  @Test
  void anEarlierJobOfTheSameContentCounts() {
    String before = nameOf(resource("before", A, ""));
    job(before, "ACTIVE", ImportMode.FULL, Duration.ZERO);

    isImported(decideWithList(resource("now", A, "")), before);
  }

  @Test
  void anEarlierJobWhoseDataWasReplacedIsStartedAgain() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(resource("before", A, "")), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job(nameOf(resource("before", "s3://b", "")), "ACTIVE", ImportMode.FULL, Duration.ofHours(1));

    starts(decideWithList(now), nameOf(now));
  }

  @Test
  void withAnIncrementInBetweenToo() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(resource("before", A, "")), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("increment", "ACTIVE", ImportMode.INCREMENTAL, Duration.ofHours(1));
    job("by-a-notebook", "ACTIVE", ImportMode.FULL, Duration.ofHours(2));

    starts(decideWithList(now), nameOf(now));
  }

  @Test
  void aModeThatAwsLeavesOutIsFull() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(resource("before", A, "")), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("by-a-notebook", "ACTIVE", null, Duration.ofHours(2));

    starts(decideWithList(now), nameOf(now));
  }

  @Test
  void anIncrementAddsToItAndAFailedJobChangesNothing() {
    String before = nameOf(resource("before", A, ""));
    job(before, "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("increment", "ACTIVE", ImportMode.INCREMENTAL, Duration.ofHours(1));
    job("failed", "CREATE FAILED", ImportMode.FULL, Duration.ofHours(2));

    isImported(decideWithList(resource("now", A, "")), before);
  }

  @Test
  void whileALaterJobRunsItIsNotKnownWhatTheDatasetWillHold() {
    job(nameOf(resource("before", A, "")), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("by-a-notebook", "CREATE IN_PROGRESS", ImportMode.FULL, Duration.ofHours(1));

    Decided decided = decideWithList(resource("now", A, ""));

    decided.doesNothing().isReconcilingBy("WaitingForDatasetImport");
    assertThat(decided.message()).contains("by-a-notebook");
    assertThat(decided.wakeAt()).isEqualTo(Observation.NOW.plus(Duration.ofMinutes(1)));
  }

  /** A crash between the creation and its status is no reason to import twice. */
  @Test
  void theJobOfThisSpecCountsWithoutALook() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(now), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("another", "ACTIVE", ImportMode.FULL, Duration.ofHours(1));

    isImported(decide(now, OLD), nameOf(now));
  }

  @Test
  void anEarlierFailureIsTriedAgainByTheResourceThatIsCreatedAnew() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(resource("before", A, "")), "CREATE FAILED", ImportMode.FULL, Duration.ZERO);

    starts(decide(now, OLD), nameOf(now));
  }

  @Test
  void whatWentIntoAnEarlierDatasetOfTheArnDoesNotCount() {
    DatasetImport now = resource("now", A, "");
    job(nameOf(now), "ACTIVE", ImportMode.FULL, Duration.ZERO);
    Dataset again = dataset(FIRST.plus(Duration.ofHours(1)).toString());

    starts(decide(now, again), search(now, again).wanted().toString());
    assertThat(search(now, again).wanted()).isNotEqualTo(search(now, OLD).wanted());
  }

  private enum ByVersion {
    EARLIER,
    THIS
  }

  @ParameterizedTest
  @EnumSource
  void aRecordedJobCountsWhateverCameLater(ByVersion version) {
    DatasetImport plain = resource("now", A, "");
    String name =
        version == ByVersion.THIS
            ? nameOf(plain)
            : "items-g1-" + search(plain, OLD).content().former().iterator().next();
    DatasetImport now =
        resource(
            "now",
            A,
            """
            status:
              observedGeneration: 1
              arn: %s
              latest: {name: %s, generation: 1, status: ACTIVE, completed: 2026-11-24T08:00:00Z}
            """
                .formatted(Observation.arn("dataset-import-job/" + name), name));
    job(name, "ACTIVE", ImportMode.FULL, Duration.ZERO);
    job("by-a-notebook", "ACTIVE", ImportMode.FULL, Duration.ofHours(2));

    isImported(decide(now, OLD), name);
  }

  /** The chance that made earlier versions skip an import is gone once the content is recorded. */
  @Test
  void aRecordedJobOfAnEarlierVersionIsNotTakenForAnotherContentOfItsHash() {
    DatasetImport plain = resource("now", "s3://b/Aa.csv", "");
    String name = "items-g1-" + search(plain, OLD).content().former().iterator().next();
    DatasetImport edited =
        resource(
            "now",
            "s3://b/BB.csv",
            """
            status:
              latest: {name: %s, generation: 1, status: ACTIVE, completed: 2026-11-24T08:00:00Z, content: %s}
            """
                .formatted(name, search(plain, OLD).content().hash()));
    job(name, "ACTIVE", ImportMode.FULL, Duration.ZERO);

    starts(decide(edited, OLD), nameOf(edited));
  }
}
