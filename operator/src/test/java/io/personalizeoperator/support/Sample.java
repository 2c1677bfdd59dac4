package io.personalizeoperator.support;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.api.solution.Solution;
import java.util.List;

/** One resource of each kind, all named movies, each referring to the ones before it. */
public enum Sample {
  DATASET_GROUP(DatasetGroup.class, "dataset-group/movies", List.of(), ""),
  SCHEMA(
      Schema.class,
      "schema/movies",
      List.of(),
      """
      type: Interactions
      fields:
      - {name: USER_ID}
      - {name: ITEM_ID}
      - {name: EVENT_TYPE}
      - {name: TIMESTAMP, type: LONG}
      """),
  DATASET(
      Dataset.class,
      "dataset/movies/INTERACTIONS",
      List.of(DATASET_GROUP, SCHEMA),
      """
      datasetGroupRef: {name: movies}
      schemaRef: {name: movies}
      type: Interactions
      """),
  DATASET_IMPORT(
      DatasetImport.class,
      null,
      List.of(DATASET),
      """
      datasetRef: {name: movies}
      dataLocation: s3://movies/interactions.csv
      roleArn: arn:aws:iam::123456789012:role/movies
      """),
  SOLUTION(
      Solution.class,
      "solution/movies",
      List.of(DATASET_GROUP),
      """
      datasetGroupRef: {name: movies}
      recipe: aws-user-personalization-v2
      """),
  CAMPAIGN(
      Campaign.class,
      "campaign/movies",
      List.of(SOLUTION),
      """
      solutionRef: {name: movies}
      """),
  FILTER(
      Filter.class,
      "filter/movies",
      List.of(DATASET_GROUP),
      """
      datasetGroupRef: {name: movies}
      expression: EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("watch")
      """);

  private static final String ACCOUNT = "arn:aws:personalize:" + Stage.REGION + ":123456789012:";

  private final Class<? extends PersonalizeResource<?, ?>> type;
  private final String resource;
  private final List<Sample> parents;
  private final String spec;

  Sample(
      Class<? extends PersonalizeResource<?, ?>> type,
      String resource,
      List<Sample> parents,
      String spec) {
    this.type = type;
    this.resource = resource;
    this.parents = parents;
    this.spec = spec;
  }

  /** The custom resource's class. */
  public Class<? extends PersonalizeResource<?, ?>> type() {
    return type;
  }

  /** The kind, as manifests spell it. */
  public String kind() {
    return type.getSimpleName();
  }

  /** What it refers to. */
  public List<Sample> parents() {
    return parents;
  }

  /** All that has to be there before it can be Ready, in the order of this list. */
  public List<Sample> before() {
    return switch (this) {
      case DATASET_GROUP, SCHEMA -> List.of();
      case DATASET -> List.of(DATASET_GROUP, SCHEMA);
      case DATASET_IMPORT, FILTER -> List.of(DATASET_GROUP, SCHEMA, DATASET);
      case SOLUTION -> List.of(DATASET_GROUP, SCHEMA, DATASET, DATASET_IMPORT);
      case CAMPAIGN -> List.of(DATASET_GROUP, SCHEMA, DATASET, DATASET_IMPORT, SOLUTION);
    };
  }

  /** Its ARN; not for imports, whose jobs have names of their own. */
  public String arn() {
    return ACCOUNT + resource;
  }

  /** Whether AWS can delete it. */
  public boolean isDeletable() {
    return this != DATASET_IMPORT;
  }

  /** Whether AWS lets it carry tags. */
  public boolean isTaggable() {
    return this != SCHEMA;
  }

  /** The operation that makes it. */
  public String create() {
    return this == DATASET_IMPORT ? "CreateDatasetImportJob" : "Create" + kind();
  }

  /** The operation that deletes it. */
  public String delete() {
    return "Delete" + kind();
  }

  /** The operation that lists all of the kind. */
  public String list() {
    return this == DATASET_IMPORT ? "ListDatasetImportJobs" : "List" + kind() + "s";
  }

  /**
   * Its manifest.
   *
   * @param more further lines of the spec
   */
  public String manifest(String... more) {
    String lines = spec + String.join("\n", more);
    return """
        apiVersion: personalize-operator.io/v1alpha1
        kind: %s
        metadata:
          name: movies
        spec:%s
        """
        .formatted(kind(), lines.isEmpty() ? " {}" : "\n" + lines.indent(2));
  }
}
