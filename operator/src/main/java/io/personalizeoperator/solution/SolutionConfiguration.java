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
      SolutionConfig config) {
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
    if (config.autoMLConfig() != null) {
      aws.autoMLConfig(
          a ->
              a.metricName(config.autoMLConfig().metricName())
                  .recipeList(config.autoMLConfig().recipeList()));
    }
    if (config.optimizationObjective() != null) {
      var objective = config.optimizationObjective();
      aws.optimizationObjective(
          o ->
              o.itemAttribute(objective.itemAttribute())
                  .objectiveSensitivity(text(objective.objectiveSensitivity())));
    }
    if (config.trainingDataConfig() != null) {
      aws.trainingDataConfig(
          t ->
              t.excludedDatasetColumns(config.trainingDataConfig().excludedDatasetColumns())
                  .includedDatasetColumns(config.trainingDataConfig().includedDatasetColumns()));
    }
    if (config.autoTrainingConfig() != null) {
      aws.autoTrainingConfig(
          a -> a.schedulingExpression(config.autoTrainingConfig().schedulingExpression()));
    }
    return aws.build();
  }

  static software.amazon.awssdk.services.personalize.model.@Nullable EventsConfig events(
      EventsConfig config) {
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

  private static @Nullable HPOConfig hpo(HpoConfig config) {
    if (config == null) {
      return null;
    }
    HPOConfig.Builder aws = HPOConfig.builder();
    if (config.hpoObjective() != null) {
      aws.hpoObjective(
          o ->
              o.type(config.hpoObjective().type())
                  .metricName(config.hpoObjective().metricName())
                  .metricRegex(config.hpoObjective().metricRegex()));
    }
    if (config.hpoResourceConfig() != null) {
      aws.hpoResourceConfig(
          r ->
              r.maxNumberOfTrainingJobs(text(config.hpoResourceConfig().maxNumberOfTrainingJobs()))
                  .maxParallelTrainingJobs(
                      text(config.hpoResourceConfig().maxParallelTrainingJobs())));
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

  private static <A, B> @Nullable List<B> each(List<A> from, Function<A, B> to) {
    return from == null ? null : from.stream().map(to).toList();
  }

  private static @Nullable String text(Object value) {
    return value == null ? null : value.toString();
  }
}
