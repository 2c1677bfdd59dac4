package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.world.Resource;
import java.util.Map;
import java.util.Objects;

/**
 * The configurations of a solution that Amazon Personalize accepts (API reference of CreateSolution
 * and UpdateSolution).
 */
final class SolutionRules {
  private static final int MOST_DAYS = 30;
  private final Catalog catalog;

  SolutionRules(Catalog catalog) {
    this.catalog = catalog;
  }

  void checkCreation(Call call, Resource group) {
    Recipe recipe = recipe(call);
    if (recipe != null && recipe.domain() != null) {
      throw ServiceException.invalidInput(
          "The recipe %s is a use case of a domain: create a recommender with it, not a solution.",
          call.text("recipeArn"));
    }
    if (recipe != null && recipe.recommendsActions() && group.text("domain") != null) {
      // Developer guide, "Preparing action interaction data for training".
      throw ServiceException.invalidInput(
          "A solution of the recipe %s cannot be in a domain dataset group.", recipe.name());
    }
    Map<String, Object> config = call.object("solutionConfig");
    checkConfig(call, group.arn(), recipe, config, call.flag("performIncrementalUpdate", false));
    if (recipe != null) {
      // With performAutoML Amazon Personalize evaluates autoMLConfig only.
      HyperparameterRules.check(catalog, recipe, config);
      HpoRules.check(catalog, recipe, call.flag("performHPO", false), config);
      ColumnRules.checkTrainingData(recipe, config);
      ColumnRules.checkObjective(call.world(), group.arn(), recipe, config);
    }
  }

  private Recipe recipe(Call call) {
    String arn = call.text("recipeArn");
    if (call.flag("performAutoML", false)) {
      if (arn != null) {
        throw ServiceException.invalidInput(
            "recipeArn must be omitted when performAutoML is true.");
      }
      return null;
    }
    if (arn == null) {
      throw ServiceException.invalidInput("recipeArn is required when performAutoML is false.");
    }
    return catalog.named(arn, call.world().key().partition(), "recipe");
  }

  void checkUpdate(Call call, Resource solution) {
    checkConfig(
        call,
        solution.parent(),
        catalog.recipe(solution.text("recipeArn")),
        call.object("solutionUpdateConfig"),
        call.flag("performIncrementalUpdate", false));
  }

  private static void checkConfig(
      Call call, String groupArn, Recipe recipe, Map<String, Object> config, boolean incremental) {
    if (incremental && (recipe == null || !recipe.semantic())) {
      throw ServiceException.invalidInput(
          "performIncrementalUpdate is supported only for solutions that use the aws-semantic-similarity recipe.");
    }
    if (config.get("eventsConfig") != null && (recipe == null || !recipe.weighsEvents())) {
      throw ServiceException.invalidInput(
          "eventsConfig is supported only for solutions that use the aws-user-personalization-v2 or"
              + " aws-personalized-ranking-v2 recipe.");
    }
    if (config.get("eventsConfig") != null) {
      ColumnRules.checkEventTypes(call.world(), groupArn);
    }
    if (config.get("autoTrainingConfig") instanceof Map<?, ?> automatic) {
      String expression = Objects.toString(automatic.get("schedulingExpression"), null);
      if (expression != null) {
        checkDays(expression);
      }
    }
  }

  private static void checkDays(String expression) {
    int days = days(expression);
    if (days < 1 || days > MOST_DAYS) {
      throw ServiceException.invalidInput(
          "The schedulingExpression %s must have a value between 1 and %d.", expression, MOST_DAYS);
    }
  }

  /** The days of {@code rate(N days)}. The pattern of the model has checked the form. */
  static int days(String expression) {
    return Integer.parseInt(expression.replaceAll("\\D", ""));
  }
}
