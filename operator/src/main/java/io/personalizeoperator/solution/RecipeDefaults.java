package io.personalizeoperator.solution;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The documented defaults of the recipes (AWS: developer guide, the page of each recipe), by the
 * names that {@link SolutionSettings} gives to settings. The range of a hyperparameter is the one
 * that hyperparameter optimization uses where none is given.
 */
final class RecipeDefaults {
  private static final Map<String, Map<String, String>> BY_RECIPE = new HashMap<>();

  static {
    for (String recipe : new String[] {"user-personalization", "personalized-ranking"}) {
      add(recipe + "-v2").parameter("apply_recency_bias", "true");
      neural(recipe, "149");
    }
    neural("hrnn", "43");
    neural("hrnn-metadata", "43");
    neural("hrnn-coldstart", "149")
        .feature("cold_start_max_interactions", "15")
        .feature("cold_start_max_duration", "5")
        .feature("cold_start_relative_from", "currentTime");
    add("sims")
        .parameter("popularity_discount_factor", "0.5", "0 to 1")
        .parameter("min_cointeraction_count", "3", "0 to 10")
        .feature("min_user_history_length_percentile", "0.005")
        .feature("max_user_history_length_percentile", "0.995")
        .feature("min_item_interaction_count_percentile", "0.01")
        .feature("max_item_interaction_count_percentile", "0.9");
    add("similar-items")
        .parameter("item_id_hidden_dimension", "100", "30 to 200")
        .parameter("item_metadata_hidden_dimension", "100", "30 to 200");
  }

  private RecipeDefaults() {}

  /**
   * The default of a setting, if AWS documents one.
   *
   * @param recipe name of the recipe
   * @param setting such as {@code algorithmHyperParameters.bptt}
   */
  static Optional<String> of(String recipe, String setting) {
    return Optional.ofNullable(BY_RECIPE.getOrDefault(recipe, Map.of()).get(setting));
  }

  private static Recipe neural(String recipe, String hiddenDimension) {
    return add(recipe)
        .parameter("hidden_dimension", hiddenDimension, "32 to 256")
        .parameter("bptt", "32", "2 to 32")
        .parameter("recency_mask", "true", "false, true")
        .feature("min_user_history_length_percentile", "0")
        .feature("max_user_history_length_percentile", "0.99");
  }

  private static Recipe add(String recipe) {
    Map<String, String> defaults = new HashMap<>();
    BY_RECIPE.put("aws-" + recipe, defaults);
    return new Recipe(defaults);
  }

  /** The defaults of one recipe. */
  private record Recipe(Map<String, String> defaults) {
    Recipe parameter(String name, String value) {
      defaults.put(SolutionSettings.PARAMETERS + name, value);
      return this;
    }

    Recipe parameter(String name, String value, String range) {
      defaults.put(SolutionSettings.RANGES + name, range);
      return parameter(name, value);
    }

    Recipe feature(String name, String value) {
      defaults.put(SolutionSettings.FEATURES + name, value);
      return this;
    }
  }
}
