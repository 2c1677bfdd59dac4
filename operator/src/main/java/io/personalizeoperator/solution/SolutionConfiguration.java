package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.EventsConfig;
import io.personalizeoperator.api.solution.HpoConfig;
import io.personalizeoperator.api.solution.HyperParameterRanges;
import io.personalizeoperator.api.solution.SolutionConfig;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CategoricalHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.ContinuousHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.EventParameters;
import software.amazon.awssdk.services.personalize.model.HPOConfig;
import software.amazon.awssdk.services.personalize.model.IntegerHyperParameterRange;

/** Writes the manifest's solution configuration as the API takes it. */
final class SolutionConfiguration {
  private SolutionConfiguration() {}

  static software.amazon.awssdk.services.personalize.model.@Nullable SolutionConfig toAws(
      @Nullable SolutionConfig config) {
    if (config == null) {
      return null;
    }
    var aws =
        software.amazon.awssdk.services.personalize.model.SolutionConfig.builder()
            .eventValueThreshold(config.eventValueThreshold())
            .hpoConfig(hpo(config.hpoConfig()))
            .algorithmHyperParameters(config.algorithmHyperParameters())
            .featureTransformationParameters(config.featureTransformationParameters())
            .eventsConfig(events(config.eventsConfig()));
    var autoML = config.autoMLConfig();
    if (autoML != null) {
      aws.autoMLConfig(a -> a.metricName(autoML.metricName()).recipeList(autoML.recipeList()));
    }
    if (config.optimizationObjective() != null) {
      var objective = config.optimizationObjective();
      aws.optimizationObjective(
          o ->
              o.itemAttribute(objective.itemAttribute())
                  .objectiveSensitivity(text(objective.objectiveSensitivity())));
    }
    var data = config.trainingDataConfig();
    if (data != null) {
      aws.trainingDataConfig(
          t ->
              t.excludedDatasetColumns(data.excludedDatasetColumns())
                  .includedDatasetColumns(data.includedDatasetColumns()));
    }
    var auto = config.autoTrainingConfig();
    if (auto != null) {
      aws.autoTrainingConfig(a -> a.schedulingExpression(auto.schedulingExpression()));
    }
    return aws.build();
  }

  static software.amazon.awssdk.services.personalize.model.@Nullable EventsConfig events(
      @Nullable EventsConfig config) {
    if (config == null || config.eventParametersList() == null) {
      return null;
    }
    return software.amazon.awssdk.services.personalize.model.EventsConfig.builder()
        .eventParametersList(
            config.eventParametersList().stream()
                .map(
                    e ->
                        EventParameters.builder()
                            .eventType(e.eventType())
                            .eventValueThreshold(e.eventValueThreshold())
                            .weight(e.weight())
                            .build())
                .toList())
        .build();
  }

  private static @Nullable HPOConfig hpo(@Nullable HpoConfig config) {
    if (config == null) {
      return null;
    }
    HPOConfig.Builder aws = HPOConfig.builder();
    var objective = config.hpoObjective();
    if (objective != null) {
      aws.hpoObjective(
          o ->
              o.type(objective.type())
                  .metricName(objective.metricName())
                  .metricRegex(objective.metricRegex()));
    }
    var resources = config.hpoResourceConfig();
    if (resources != null) {
      aws.hpoResourceConfig(
          r ->
              r.maxNumberOfTrainingJobs(text(resources.maxNumberOfTrainingJobs()))
                  .maxParallelTrainingJobs(text(resources.maxParallelTrainingJobs())));
    }
    if (config.algorithmHyperParameterRanges() != null) {
      aws.algorithmHyperParameterRanges(ranges(config.algorithmHyperParameterRanges()));
    }
    return aws.build();
  }

  private static software.amazon.awssdk.services.personalize.model.HyperParameterRanges ranges(
      HyperParameterRanges ranges) {
    return software.amazon.awssdk.services.personalize.model.HyperParameterRanges.builder()
        .integerHyperParameterRanges(
            each(
                ranges.integerHyperParameterRanges(),
                r ->
                    IntegerHyperParameterRange.builder()
                        .name(r.name())
                        .minValue(r.minValue())
                        .maxValue(r.maxValue())
                        .build()))
        .continuousHyperParameterRanges(
            each(
                ranges.continuousHyperParameterRanges(),
                r ->
                    ContinuousHyperParameterRange.builder()
                        .name(r.name())
                        .minValue(r.minValue())
                        .maxValue(r.maxValue())
                        .build()))
        .categoricalHyperParameterRanges(
            each(
                ranges.categoricalHyperParameterRanges(),
                r ->
                    CategoricalHyperParameterRange.builder()
                        .name(r.name())
                        .values(r.values())
                        .build()))
        .build();
  }

  /** AWS wants each type of ranges, though it can be empty ("Hyperparameters and HPO"). */
  private static <A, B> List<B> each(@Nullable List<A> from, Function<A, B> to) {
    return from == null ? List.of() : from.stream().map(to).toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
