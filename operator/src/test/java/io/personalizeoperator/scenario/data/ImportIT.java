package io.personalizeoperator.scenario.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.personalize.model.Tag;

/** Import jobs cost money and replace data: which are started, and when. */
@ExtendWith(Stages.class)
class ImportIT {
  private static final String ROLE = "arn:aws:iam::123456789012:role/movies";

  private static void imported(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.DATASET_IMPORT.before());
    stage.cluster().apply(Sample.DATASET_IMPORT);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  private static void location(Stage stage, String location) {
    stage
        .cluster()
        .patch(Sample.DATASET_IMPORT, "{\"spec\":{\"dataLocation\":\"%s\"}}".formatted(location));
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  private static List<String> locations(Stage stage) {
    return stage.cloud().effects("CreateDatasetImportJob").stream()
        .map(call -> member(call, "dataLocation"))
        .toList();
  }

  /** A text in a call's input. */
  private static String member(Call call, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(call.input());
    assertThat(matcher.find()).as(call.input()).isTrue();
    return matcher.group(1);
  }

  @Test
  void aLocationWhoseHashIsTheSameIn32BitsIsImported(Stage stage) {
    imported(stage);
    location(stage, "s3://movies/Aa.csv");
    location(stage, "s3://movies/BB.csv");

    assertThat(locations(stage)).hasSize(3).endsWith("s3://movies/Aa.csv", "s3://movies/BB.csv");
  }

  @Test
  void contentThatWasReplacedIsImportedAgainByAResourceThatIsCreatedAnew(Stage stage) {
    imported(stage);
    location(stage, "s3://movies/second.csv");
    again(stage);

    assertThat(locations(stage))
        .containsExactly(
            "s3://movies/interactions.csv",
            "s3://movies/second.csv",
            "s3://movies/interactions.csv");
  }

  @Test
  void contentThatTheDatasetStillHoldsIsNot(Stage stage) {
    imported(stage);
    again(stage);
    stage.forgetStatus(Sample.DATASET_IMPORT);
    stage.stopOperator().startOperator();
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);

    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(1);
  }

  @Test
  void whatANotebookHasReplacedSinceIsImportedAgain(Stage stage) {
    imported(stage);
    stage
        .aws()
        .createDatasetImportJob(
            r ->
                r.jobName("by-a-notebook")
                    .datasetArn(Sample.DATASET.arn())
                    .dataSource(s -> s.dataLocation("s3://movies/other.csv"))
                    .roleArn(ROLE));
    again(stage);

    assertThat(locations(stage))
        .containsExactly("s3://movies/interactions.csv", "s3://movies/interactions.csv");
  }

  private static void again(Stage stage) {
    stage.cluster().delete(Sample.DATASET_IMPORT);
    stage.cluster().awaitGone(Sample.DATASET_IMPORT);
    stage.cluster().apply(Sample.DATASET_IMPORT);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  @Test
  void theSameDatasetByReferenceAndByArnIsImportedOnce(Stage stage) {
    imported(stage);
    patched(stage, "{\"datasetRef\":null,\"datasetArn\":\"%s\"}".formatted(Sample.DATASET.arn()));
    stage.cluster().delete(Sample.DATASET);
    stage.cluster().awaitGone(Sample.DATASET);
    patched(stage, "{\"tags\":{\"team\":\"search\"}}");
    stage.cluster().apply(Sample.DATASET, "adoptionPolicy: Always");
    stage.cluster().awaitReady(Sample.DATASET);
    patched(stage, "{\"datasetRef\":{\"name\":\"movies\"},\"datasetArn\":null}");

    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(1);
  }

  private static void patched(Stage stage, String spec) {
    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":%s}".formatted(spec));
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  /** As a status is that an earlier version of the operator has left. */
  @Test
  void aJobOfAnEarlierVersionIsNotImportedAgain(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.DATASET_IMPORT.before());
    stage.cluster().awaitReady(Sample.DATASET_IMPORT.before());
    String created = stage.cluster().statusText(Sample.DATASET, "created");
    stage.stopOperator();
    String job = "movies-g1-" + former(Sample.DATASET.arn() + " " + created);
    Map<String, String> tags =
        Map.of(
            "personalize-operator.io/cluster", "cluster-of-tests",
            "personalize-operator.io/namespace", stage.namespace(),
            "personalize-operator.io/name", "movies");
    stage
        .aws()
        .createDatasetImportJob(
            r ->
                r.jobName(job)
                    .datasetArn(Sample.DATASET.arn())
                    .dataSource(s -> s.dataLocation("s3://movies/interactions.csv"))
                    .roleArn(ROLE)
                    .tags(
                        tags.entrySet().stream()
                            .map(
                                t ->
                                    Tag.builder().tagKey(t.getKey()).tagValue(t.getValue()).build())
                            .toList()));
    stage.cluster().apply(Sample.DATASET_IMPORT);

    stage.startOperator();
    PersonalizeResource<?, ?> resource = stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(resource.lifecycle().arn()).endsWith("/" + job);
    stage.cluster().patch(Sample.DATASET_IMPORT, "{\"spec\":{\"tags\":{\"team\":\"search\"}}}");
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(((DatasetImport) resource).getStatus().latest().content()).hasSize(16);
    assertThat(stage.cloud().effects("CreateDatasetImportJob")).isEmpty();
  }

  private static String former(String dataset) {
    return "%08x"
        .formatted(Objects.hash(dataset, "s3://movies/interactions.csv", ROLE, "FULL", null, null));
  }

  @Test
  void theFullImportGoesFirstAndTheIncrementRightAfter(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.DATASET_IMPORT.before());
    stage.cluster().awaitReady(Sample.DATASET_IMPORT.before());
    stage.cloud().takes(Durations.IMPORT, Duration.ofHours(1));
    stage.inRealTime();

    stage
        .cluster()
        .apply(
            Sample.DATASET_IMPORT.manifest("importMode: INCREMENTAL")
                + "---\n"
                + Sample.DATASET_IMPORT
                    .manifest()
                    .replace("name: movies\nspec", "name: history\nspec"));
    stage
        .cluster()
        .await(
            Sample.DATASET_IMPORT,
            "waits for the job that runs",
            one -> message(one).contains("history is running"));
    stage.cloud().speed(3600);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);

    assertThat(stage.cloud().calls("CreateDatasetImportJob"))
        .extracting(call -> member(call, "importMode"), Call::error)
        .containsExactly(tuple("FULL", null), tuple("INCREMENTAL", null));
  }

  private static String message(PersonalizeResource<?, ?> resource) {
    return resource.lifecycle().conditions().isEmpty()
        ? ""
        : resource.lifecycle().conditions().getFirst().message();
  }

  /** The full import comes so late that AWS has refused the increment before. */
  @Test
  void aRefusedIncrementIsSentAgainRightAfterTheFullImport(Stage stage) {
    stage.cloud().speed(10);
    stage.startOperator();
    stage.cluster().applyAll(Sample.DATASET_IMPORT.before());
    stage.cluster().apply(Sample.DATASET_IMPORT, "importMode: INCREMENTAL");
    stage.cluster().awaitStalled(Sample.DATASET_IMPORT, Reason.RefusedByAws);
    stage
        .cluster()
        .apply(
            Sample.DATASET_IMPORT.manifest().replace("name: movies\nspec", "name: history\nspec"));

    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    List<Call> increments =
        stage.cloud().calls("CreateDatasetImportJob").stream()
            .filter(call -> member(call, "importMode").equals("INCREMENTAL"))
            .toList();
    assertThat(increments).extracting(call -> call.error() == null).containsExactly(false, true);
    assertThat(increments.getLast().at())
        .as("before the refused call's own time")
        .isBefore(increments.getFirst().at().plus(Duration.ofMinutes(10)));
  }
}
