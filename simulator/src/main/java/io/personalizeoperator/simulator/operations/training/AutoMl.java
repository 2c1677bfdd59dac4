package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.world.Resource;
import java.util.List;
import java.util.Map;

/**
 * The result of automated machine learning, a recipe (API reference, AutoMLConfig and
 * AutoMLResult).
 */
final class AutoMl {
  private static final String DEFAULT = ":personalize:::recipe/aws-user-personalization";

  private AutoMl() {}

  /**
   * The first recipe in the recipe list of the solution, else the recipe for user personalization.
   */
  static String bestRecipe(Resource version) {
    if (version.object("solutionConfig").get("autoMLConfig") instanceof Map<?, ?> config
        && config.get("recipeList") instanceof List<?> recipes
        && !recipes.isEmpty()) {
      return (String) recipes.getFirst();
    }
    return version.arn().replaceFirst(":personalize:.*", "") + DEFAULT;
  }
}
