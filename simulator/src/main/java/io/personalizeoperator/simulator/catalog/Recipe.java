package io.personalizeoperator.simulator.catalog;

/**
 * A recipe, or a use case of a domain.
 *
 * @param name such as {@code aws-user-personalization-v2}
 * @param type the recipeType of DescribeRecipe
 * @param domain ECOMMERCE or VIDEO_ON_DEMAND for use cases; null for recipes of custom solutions
 */
public record Recipe(String name, String type, String domain, String description) {
  /**
   * Recipes belong to a partition, and to no account or region (Service Authorization Reference,
   * "Resource types defined by Amazon Personalize").
   *
   * @param partition such as {@code aws-cn}
   */
  public String arn(String partition) {
    return arn(partition, "recipe");
  }

  /**
   * The ARN of what belongs to the recipe.
   *
   * @param partition such as {@code aws-cn}
   * @param type {@code recipe}, {@code algorithm} or {@code feature-transformation}
   */
  public String arn(String partition, String type) {
    return "arn:" + partition + ":personalize:::" + type + "/" + name;
  }

  /** Whether trainingMode UPDATE works with it (API reference, CreateSolutionVersion). */
  public boolean canUpdate() {
    return name.equals("aws-user-personalization") || name.equals("aws-hrnn-coldstart");
  }

  /** Whether it takes eventsConfig: the v2 recipes do. */
  public boolean weighsEvents() {
    return name.endsWith("-v2");
  }

  /**
   * Whether a campaign takes itemExplorationConfig: User-Personalization does, in all its forms.
   */
  public boolean explores() {
    return name.startsWith("aws-user-personalization") || name.equals("aws-hrnn-coldstart");
  }

  /** Whether it supports incremental updates and rankingInfluence. */
  public boolean semantic() {
    return name.equals("aws-semantic-similarity");
  }

  /** Whether it segments users. Only batch segment jobs use such recipes. */
  public boolean segments() {
    return type.equals("USER_SEGMENTATION");
  }

  /** Whether it recommends actions, for which it needs an Actions dataset. */
  public boolean recommendsActions() {
    return type.equals("PERSONALIZED_ACTIONS");
  }

  /**
   * Whether hyperparameter optimization works with it (the pages on the recipes: not with
   * Next-Best-Action, Item-Affinity and Item-Attribute-Affinity).
   */
  public boolean canTune() {
    return !recommendsActions() && !segments();
  }

  /**
   * Whether it takes an optimizationObjective (developer guide, "Optimizing a solution for an
   * additional objective").
   */
  public boolean takesObjective() {
    return name.equals("aws-user-personalization") || name.equals("aws-personalized-ranking");
  }
}
