package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Hyperparameter;
import io.personalizeoperator.simulator.catalog.Recipe;
import java.util.List;
import java.util.Map;

/** The hyperparameters that a solution can set: those on its recipe's page, in their ranges. */
final class HyperparameterRules {
  private HyperparameterRules() {}

  /**
   * Checks algorithmHyperParameters and featureTransformationParameters.
   *
   * @throws ServiceException InvalidInputException
   */
  static void check(Catalog catalog, Recipe recipe, Map<String, Object> config) {
    check(recipe, "algorithmHyperParameters", catalog.hyperparameters(recipe), config);
    check(recipe, "featureTransformationParameters", catalog.featurization(recipe), config);
  }

  @SuppressWarnings("unchecked")
  private static void check(
      Recipe recipe, String member, List<Hyperparameter> known, Map<String, Object> config) {
    Map<String, String> given = (Map<String, String>) config.getOrDefault(member, Map.of());
    given.forEach(
        (name, value) -> {
          Hyperparameter parameter = named(recipe, known, name);
          if (!parameter.settable()) {
            throw ServiceException.invalidInput(
                "The hyperparameter %s needs hyperparameter optimization with a range of values.",
                name);
          }
          if (!parameter.allows(value)) {
            throw ServiceException.invalidInput(
                "The hyperparameter %s must be %s; it is %s.", name, parameter.range(), value);
          }
        });
  }

  /**
   * The hyperparameter of that name.
   *
   * @throws ServiceException InvalidInputException when it is none of these
   */
  static Hyperparameter named(Recipe recipe, List<Hyperparameter> known, String name) {
    return known.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ServiceException.invalidInput(
                    "%s is no hyperparameter of the recipe %s; there %s.",
                    name,
                    recipe.name(),
                    known.isEmpty()
                        ? "are none"
                        : "are " + known.stream().map(Hyperparameter::name).toList()));
  }
}
