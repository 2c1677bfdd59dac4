package io.personalizeoperator.scenario.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher with texts and without interactions. */
@ExtendWith(Stages.class)
class TextsOnlyIT {
  private static final String MAGAZINE =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: DatasetGroup
      metadata: {name: magazine}
      spec: {}
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: magazine-items}
      spec:
        avro: |
          {"type": "record", "name": "Items", "namespace": "com.amazonaws.personalize.schema",
           "fields": [{"name": "ITEM_ID", "type": "string"},
                      {"name": "HEADLINE", "type": "string", "itemName": true},
                      {"name": "BODY", "type": ["null", "string"], "textual": true}],
           "version": "1.0"}
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Dataset
      metadata: {name: magazine-items}
      spec: {datasetGroupRef: {name: magazine}, schemaRef: {name: magazine-items}, type: Items}
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: DatasetImport
      metadata: {name: magazine-items}
      spec:
        datasetRef: {name: magazine-items}
        dataLocation: s3://magazine/items.csv
        roleArn: arn:aws:iam::123456789012:role/PersonalizeReadsMagazine
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Solution
      metadata: {name: magazine-alike}
      spec:
        datasetGroupRef: {name: magazine}
        recipe: aws-semantic-similarity
        performIncrementalUpdate: true
      ---
      apiVersion: personalize-operator.io/v1alpha1
      kind: Campaign
      metadata: {name: magazine-alike}
      spec:
        solutionRef: {name: magazine-alike}
      """;

  @Test
  void everythingBecomesReadyWithoutAnImportOfInteractions(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(MAGAZINE);

    stage.cluster().awaitAllReady();
    assertThat(stage.cloud().callsAfter(0)).filteredOn(call -> call.error() != null).isEmpty();
  }
}
