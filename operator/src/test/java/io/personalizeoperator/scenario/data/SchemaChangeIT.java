package io.personalizeoperator.scenario.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import io.personalizeoperator.testing.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A column, the data that has it and the filter that names it, in one apply and a bad order. */
@ExtendWith(Stages.class)
class SchemaChangeIT {
  private static final String GROUP_AND_SCHEMA =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: DatasetGroup
      metadata: {name: movies}
      spec: {}
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: movies}
      spec:
        type: Items
        fields: [{name: ITEM_ID}, {name: COLOUR, categorical: true}]
      """;

  private static final String SECOND_SCHEMA =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: second}
      spec:
        type: Items
        fields: [{name: ITEM_ID}, {name: COLOUR, categorical: true}, {name: REGION, categorical: true, nullable: true}]
      """;

  private static final String FILTER =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Filter
      metadata: {name: movies}
      spec:
        datasetGroupRef: {name: movies}
        expression: INCLUDE ItemID WHERE Items.REGION IN ($REGION)
      """;

  private static final String SOLUTION =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Solution
      metadata: {name: movies}
      spec: {datasetGroupRef: {name: movies}, recipe: aws-similar-items}
      """;

  private static String dataset(String schema) {
    return """
        apiVersion: personalize-operator.io/v1alpha1
        kind: Dataset
        metadata: {name: movies}
        spec: {datasetGroupRef: {name: movies}, schemaRef: {name: %s}, type: Items}
        """
        .formatted(schema);
  }

  private static String importOf(String reference, String location) {
    return """
        apiVersion: personalize-operator.io/v1alpha1
        kind: DatasetImport
        metadata: {name: movies}
        spec:
          %s
          dataLocation: %s
          roleArn: arn:aws:iam::123456789012:role/movies
        """
        .formatted(reference, location);
  }

  private static final String BY_REF = "datasetRef: {name: movies}";
  private static final String BY_ARN =
      "datasetArn: arn:aws:personalize:eu-west-1:123456789012:dataset/movies/ITEMS";

  private static void before(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(GROUP_AND_SCHEMA);
    stage.cluster().apply(dataset("movies"));
    stage.cluster().apply(importOf(BY_REF, "s3://movies/items-1.csv"));
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
  }

  private static void after(Stage stage, String reference) {
    stage.cloud().takes(Durations.DATASET_UPDATE, Duration.ofMinutes(5));
    stage.inRealTime();
    stage.cluster().apply(FILTER);
    stage.cluster().apply(SOLUTION);
    stage.cluster().apply(importOf(reference, "s3://movies/items-2.csv"));
    stage.cluster().apply(dataset("second"));
    stage.cluster().apply(SECOND_SCHEMA);
  }

  private static List<String> creationsAfter(Stage stage, long mark) {
    return stage.cloud().mutationsAfter(mark).stream()
        .peek(call -> assertThat(call.error()).as(call.operation()).isNull())
        .map(Call::operation)
        .toList();
  }

  @Test
  void allWaitUntilTheSchemaIsInForceAndThenGoAtOnce(Stage stage) {
    before(stage);
    long mark = stage.cloud().mark();

    after(stage, BY_ARN);
    stage.cluster().awaitReconciling(Sample.DATASET_IMPORT, Reason.WaitingForDataset);
    stage.cluster().awaitReconciling(Sample.FILTER, Reason.WaitingForDataset);
    stage.cluster().awaitReconciling(Sample.SOLUTION, Reason.WaitingForDataset);
    Waiting.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(creationsAfter(stage, mark))
                    .containsExactlyInAnyOrder("CreateSchema", "UpdateDataset", "CreateSolution"));
    stage.cloud().speed(600);
    stage.cluster().awaitReady(Sample.FILTER);
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);

    assertThat(creationsAfter(stage, mark))
        .filteredOn(operation -> !operation.equals("CreateSolutionVersion"))
        .containsExactlyInAnyOrder(
            "CreateSchema",
            "UpdateDataset",
            "CreateSolution",
            "CreateFilter",
            "CreateDatasetImportJob");
    assertThat(stage.cluster().events(Sample.FILTER, "RefusedByAws")).isEmpty();
  }

  @Test
  void anImportTellsThatTheSchemaItWaitsForWasRefused(Stage stage) {
    before(stage);
    stage
        .cloud()
        .disturbContaining(
            "UpdateDataset", Fault.Type.ACCESS_DENIED, "second", "A column is missing");
    long mark = stage.cloud().mark();

    after(stage, BY_REF);

    stage
        .cluster()
        .await(
            Sample.DATASET_IMPORT,
            "tells why it waits",
            one ->
                one.lifecycle().conditions().stream()
                    .anyMatch(
                        condition ->
                            condition.reason().equals(Reason.WaitingForDataset.name())
                                && condition.message().contains("A column is missing")
                                && condition.message().contains("fixed or set back")));
    stage.cloud().calm();
    stage.cluster().apply(dataset("movies"));
    stage.cluster().awaitReady(Sample.DATASET_IMPORT);
    assertThat(stage.cloud().mutationsAfter(mark))
        .filteredOn(call -> call.operation().equals("CreateDatasetImportJob"))
        .hasSize(1);
  }
}
