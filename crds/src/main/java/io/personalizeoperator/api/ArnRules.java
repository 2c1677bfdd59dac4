package io.personalizeoperator.api;

/**
 * CEL rules for ARNs that a manifest gives: an ARN of another kind never comes to mean what the
 * field wants, so it is refused at once (forms of ARNs: AWS service authorization reference, Amazon
 * Personalize, "Resource types").
 */
public final class ArnRules {
  /** Pattern of what stands before the type and the id. */
  private static final String START = "^arn:[a-z0-9-]+:personalize:[a-z0-9-]+:[0-9]{12}:";

  private static final String EXAMPLE = "arn:aws:personalize:us-east-1:123456789012:";

  /** CEL, for a spec with {@code datasetGroupArn}. */
  public static final String DATASET_GROUP =
      "!has(self.datasetGroupArn) || self.datasetGroupArn.matches('"
          + START
          + "dataset-group/[^/]+$')";

  /** The same as {@link #DATASET_GROUP} in words. */
  public static final String DATASET_GROUP_MESSAGE =
      "datasetGroupArn: set the ARN of a dataset group, such as "
          + EXAMPLE
          + "dataset-group/movies";

  /** CEL, for a spec with {@code schemaArn}. */
  public static final String SCHEMA =
      "!has(self.schemaArn) || self.schemaArn.matches('" + START + "schema/[^/]+$')";

  /** The same as {@link #SCHEMA} in words. */
  public static final String SCHEMA_MESSAGE =
      "schemaArn: set the ARN of a schema, such as " + EXAMPLE + "schema/movies";

  /** CEL, for a spec with {@code datasetArn}. */
  public static final String DATASET =
      "!has(self.datasetArn) || self.datasetArn.matches('" + START + "dataset/[^/]+/[A-Z_]+$')";

  /** The same as {@link #DATASET} in words. */
  public static final String DATASET_MESSAGE =
      "datasetArn: set the ARN of a dataset, such as " + EXAMPLE + "dataset/movies/INTERACTIONS";

  /** CEL, for a spec with {@code solutionVersionArn}: a solution's own ARN is not enough. */
  public static final String SOLUTION_VERSION =
      "!has(self.solutionVersionArn) || self.solutionVersionArn.matches('"
          + START
          + "solution/[^/]+/[^/]+$')";

  /** The same as {@link #SOLUTION_VERSION} in words. */
  public static final String SOLUTION_VERSION_MESSAGE =
      "solutionVersionArn: set the ARN of a solution version, which ends in the version's ID, such as "
          + EXAMPLE
          + "solution/movies/01234567; to follow a Solution, set solutionRef instead";

  /** Pattern of the ARN of a recipe, which belongs to no account. */
  public static final String RECIPE = "^arn:[a-z0-9-]+:personalize:::recipe/[a-zA-Z0-9_-]+$";

  private ArnRules() {}
}
