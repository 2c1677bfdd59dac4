package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Hyperparameter;
import io.personalizeoperator.simulator.catalog.Recipe;
import java.util.List;
import java.util.Map;

/**
 * The hyperparameter optimization that a solution can ask for (API reference, HPOResourceConfig;
 * developer guide, "Hyperparameters and HPO" and the pages on the recipes).
 */
final class HpoRules {
  private static final int MOST_JOBS = 40;
  private static final int MOST_PARALLEL_JOBS = 10;
  private static final Map<String, String> LISTS =
      Map.of(
          "integer", "integerHyperParameterRanges",
          "continuous", "continuousHyperParameterRanges",
          "categorical", "categoricalHyperParameterRanges");

  private HpoRules() {}

  /**
   * Checks performHPO and hpoConfig.
   *
   * @throws ServiceException InvalidInputException
   */
  static void check(Catalog catalog, Recipe recipe, boolean perform, Map<String, Object> config) {
    if (perform && !recipe.canTune()) {
      throw ServiceException.invalidInput(
          "The recipe %s does not support hyperparameter optimization.", recipe.name());
    }
    Map<String, Object> hpo = object(config, "hpoConfig");
    Map<String, Object> resources = object(hpo, "hpoResourceConfig");
    checkJobs(resources, "maxNumberOfTrainingJobs", MOST_JOBS);
    checkJobs(resources, "maxParallelTrainingJobs", MOST_PARALLEL_JOBS);
    if (hpo.containsKey("algorithmHyperParameterRanges")) {
      checkRanges(catalog, recipe, object(hpo, "algorithmHyperParameterRanges"));
    }
  }

  private static void checkJobs(Map<String, Object> resources, String member, int most) {
    if (!(resources.get(member) instanceof String text)) {
      return;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
      throw ServiceException.invalidInput(
          "%s must be a whole number from 1 to %d; it is %s.", member, most, text);
    }
  }

  private static void checkRanges(Catalog catalog, Recipe recipe, Map<String, Object> ranges) {
    List<Hyperparameter> tunable =
        catalog.hyperparameters(recipe).stream().filter(Hyperparameter::tunable).toList();
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      if (!ranges.containsKey(list.getValue())) {
        throw ServiceException.invalidInput(
            "algorithmHyperParameterRanges must have %s; it can be empty.", list.getValue());
      }
      for (Map<String, Object> range : list(ranges, list.getValue())) {
        String name = (String) range.get("name");
        Hyperparameter parameter = HyperparameterRules.named(recipe, tunable, name);
        if (!parameter.type().equals(list.getKey())) {
          throw ServiceException.invalidInput(
              "The range of the hyperparameter %s belongs to %s.",
              name, LISTS.get(parameter.type()));
        }
        checkRange(parameter, range);
      }
    }
  }

  private static void checkRange(Hyperparameter parameter, Map<String, Object> range) {
    List<?> values = (List<?>) range.getOrDefault("values", List.of());
    boolean categorical = parameter.type().equals("categorical");
    boolean inside = values.stream().allMatch(value -> parameter.allows(value.toString()));
    Number least = (Number) range.get("minValue");
    Number most = (Number) range.get("maxValue");
    for (Number end : new Number[] {least, most}) {
      inside = inside && (end == null || parameter.allows(end.doubleValue()));
    }
    if (!inside || categorical && values.isEmpty()) {
      throw ServiceException.invalidInput(
          "The range of the hyperparameter %s must be inside: %s.",
          parameter.name(), parameter.range());
    }
    if (least != null && most != null && least.doubleValue() > most.doubleValue()) {
      throw ServiceException.invalidInput(
          "The minValue of the hyperparameter %s is greater than its maxValue.", parameter.name());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> config, String member) {
    return (Map<String, Object>) config.getOrDefault(member, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> ranges, String member) {
    return (List<Map<String, Object>>) ranges.get(member);
  }
}
