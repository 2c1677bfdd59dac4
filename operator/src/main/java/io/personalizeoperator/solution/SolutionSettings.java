package io.personalizeoperator.solution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.AutoMLConfig;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.HPOObjective;
import software.amazon.awssdk.services.personalize.model.HPOResourceConfig;
import software.amazon.awssdk.services.personalize.model.HyperParameterRanges;
import software.amazon.awssdk.services.personalize.model.OptimizationObjective;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;
import software.amazon.awssdk.services.personalize.model.TrainingDataConfig;

/**
 * The settings in a solution's configuration that AWS cannot change, each by its path, such as
 * {@code algorithmHyperParameters.bptt}, with its value in one of the ways in which it can be
 * written: lists whose order does not matter are sorted, numbers are plain, and what is empty is
 * left out. So two configurations say the same when their settings are equal.
 */
final class SolutionSettings {
  static final String PARAMETERS = "algorithmHyperParameters.";
  static final String FEATURES = "featureTransformationParameters.";
  static final String RANGES = "hpoConfig.algorithmHyperParameterRanges.";
  private static final String RESOURCES = "hpoConfig.hpoResourceConfig.";
  private static final String HPO_OBJECTIVE = "hpoConfig.hpoObjective.";
  private static final String SENSITIVITY = "optimizationObjective.objectiveSensitivity";

  private final Map<String, String> values = new TreeMap<>();

  static SolutionSettings of(@Nullable SolutionConfig config) {
    SolutionSettings all = new SolutionSettings();
    if (config != null) {
      all.put("eventValueThreshold", config.eventValueThreshold());
      all.putAll(PARAMETERS, config.algorithmHyperParameters());
      all.putAll(FEATURES, config.featureTransformationParameters());
      Optional.ofNullable(config.hpoConfig()).ifPresent(all::put);
      Optional.ofNullable(config.autoMLConfig()).ifPresent(all::put);
      Optional.ofNullable(config.optimizationObjective()).ifPresent(all::put);
      Optional.ofNullable(config.trainingDataConfig()).ifPresent(all::put);
    }
    return all;
  }

  private void put(HPOConfig hpo) {
    HPOObjective objective = hpo.hpoObjective();
    if (objective != null) {
      put(HPO_OBJECTIVE + "type", objective.type());
      put(HPO_OBJECTIVE + "metricName", objective.metricName());
      put(HPO_OBJECTIVE + "metricRegex", objective.metricRegex());
    }
    HPOResourceConfig resources = hpo.hpoResourceConfig();
    if (resources != null) {
      put(RESOURCES + "maxNumberOfTrainingJobs", resources.maxNumberOfTrainingJobs());
      put(RESOURCES + "maxParallelTrainingJobs", resources.maxParallelTrainingJobs());
    }
    Optional.ofNullable(hpo.algorithmHyperParameterRanges()).ifPresent(this::put);
  }

  private void put(HyperParameterRanges ranges) {
    ranges
        .integerHyperParameterRanges()
        .forEach(r -> putRange(r.name(), r.minValue() + " to " + r.maxValue()));
    ranges
        .continuousHyperParameterRanges()
        .forEach(r -> putRange(r.name(), plain(r.minValue()) + " to " + plain(r.maxValue())));
    ranges.categoricalHyperParameterRanges().forEach(r -> putRange(r.name(), sorted(r.values())));
  }

  /**
   * AWS's answers may have what a parameter belongs to before its name, such as {@code
   * training.bptt} (developer guide, "Viewing hyperparameters").
   */
  private void putRange(String name, String range) {
    values.put(RANGES + withoutPrefix(name), range);
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void put(AutoMLConfig auto) {
    put("autoMLConfig.metricName", auto.metricName());
    if (!auto.recipeList().isEmpty()) {
      values.put("autoMLConfig.recipeList", sorted(auto.recipeList()));
    }
  }

  private void put(OptimizationObjective objective) {
    put("optimizationObjective.itemAttribute", objective.itemAttribute());
    put(SENSITIVITY, objective.objectiveSensitivityAsString());
  }

  private void put(TrainingDataConfig data) {
    putColumns("excludedDatasetColumns", data.excludedDatasetColumns());
    putColumns("includedDatasetColumns", data.includedDatasetColumns());
  }

  private void putColumns(String member, Map<String, List<String>> columns) {
    columns.forEach(
        (dataset, names) -> {
          if (!names.isEmpty()) {
            values.put("trainingDataConfig." + member + "." + dataset, sorted(names));
          }
        });
  }

  private void putAll(String prefix, Map<String, String> parameters) {
    parameters.forEach((name, value) -> put(prefix + withoutPrefix(name), value));
  }

  private void put(String setting, @Nullable String value) {
    if (value != null) {
      values.put(setting, plain(value));
    }
  }

  private static String sorted(List<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String plain(Object value) {
    try {
      return new BigDecimal(value.toString().strip()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value.toString();
    }
  }

  /**
   * Where a solution in AWS differs from these settings, as AWS has it. What one of the two leaves
   * out has the default of the recipe.
   *
   * @param aws the settings in AWS
   * @param recipe name of the recipe; empty with AutoML
   */
  List<String> differencesTo(SolutionSettings aws, String recipe) {
    TreeSet<String> all = new TreeSet<>(values.keySet());
    all.addAll(aws.values.keySet());
    List<String> differences = new ArrayList<>();
    for (String setting : all) {
      String wanted = valueOf(setting, recipe);
      String live = aws.valueOf(setting, recipe);
      if (!isFree(setting, aws) && (wanted == null || !wanted.equals(live))) {
        differences.add(setting + " " + (live == null ? "not set" : live));
      }
    }
    return differences;
  }

  private @Nullable String valueOf(String setting, String recipe) {
    String value = values.get(setting);
    if (value != null) {
      return value;
    }
    return setting.equals(SENSITIVITY) ? "OFF" : RecipeDefaults.of(recipe, setting).orElse(null);
  }

  /**
   * Whether a setting may differ. AWS does not support hpoObjective (AWS: HPOConfig), so that it
   * may leave it out, and documents no default for the resources of an optimization.
   */
  private boolean isFree(String setting, SolutionSettings aws) {
    boolean unsaid = !values.containsKey(setting);
    return setting.startsWith(HPO_OBJECTIVE) && (unsaid || !aws.values.containsKey(setting))
        || setting.startsWith(RESOURCES) && unsaid;
  }
}
