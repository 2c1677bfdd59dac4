package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.Limits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a solution (AWS: SolutionConfig).
 *
 * @param eventValueThreshold Lowest EVENT_VALUE of the events to train on, as text. Default: all
 *     events. Cannot be changed.
 * @param hpoConfig How to look for the best hyperparameters. Needs performHPO: true. Cannot be
 *     changed.
 * @param algorithmHyperParameters Hyperparameters of the recipe, values as text. Default: those of
 *     the recipe. Cannot be changed.
 * @param featureTransformationParameters Parameters of the feature transformation, values as text.
 *     Cannot be changed.
 * @param autoMLConfig How AWS picks the recipe. Needs performAutoML: true. Cannot be changed.
 * @param eventsConfig Which event types to train on and how much each counts (v2 recipes only). Can
 *     be added and changed, but not removed; the next training uses it.
 * @param optimizationObjective A second aim beside relevance, such as revenue. Cannot be changed.
 * @param trainingDataConfig Which columns to train on. Default: all. Cannot be changed.
 * @param autoTrainingConfig When Amazon Personalize trains by itself. Needs performAutoTraining:
 *     true. Default: every 7 days. Can be changed.
 */
@ValidationRule(
    value =
        "!has(self.algorithmHyperParameters) || self.algorithmHyperParameters.all(k, size(k) <= 256)",
    message = "algorithmHyperParameters: a name has at most 256 characters")
@ValidationRule(
    value =
        "!has(self.featureTransformationParameters) || self.featureTransformationParameters.all(k, size(k) <= 256)",
    message = "featureTransformationParameters: a name has at most 256 characters")
@ValidationRule(
    value =
        "has(self.eventValueThreshold) == has(oldSelf.eventValueThreshold) && (!has(self.eventValueThreshold) || self.eventValueThreshold == oldSelf.eventValueThreshold)",
    message =
        "config.eventValueThreshold cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.hpoConfig) == has(oldSelf.hpoConfig) && (!has(self.hpoConfig) || self.hpoConfig == oldSelf.hpoConfig)",
    message =
        "config.hpoConfig cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.algorithmHyperParameters) == has(oldSelf.algorithmHyperParameters) && (!has(self.algorithmHyperParameters) || self.algorithmHyperParameters == oldSelf.algorithmHyperParameters)",
    message =
        "config.algorithmHyperParameters cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.featureTransformationParameters) == has(oldSelf.featureTransformationParameters) && (!has(self.featureTransformationParameters) || self.featureTransformationParameters == oldSelf.featureTransformationParameters)",
    message =
        "config.featureTransformationParameters cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.autoMLConfig) == has(oldSelf.autoMLConfig) && (!has(self.autoMLConfig) || self.autoMLConfig == oldSelf.autoMLConfig)",
    message =
        "config.autoMLConfig cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.optimizationObjective) == has(oldSelf.optimizationObjective) && (!has(self.optimizationObjective) || self.optimizationObjective == oldSelf.optimizationObjective)",
    message =
        "config.optimizationObjective cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.trainingDataConfig) == has(oldSelf.trainingDataConfig) && (!has(self.trainingDataConfig) || self.trainingDataConfig == oldSelf.trainingDataConfig)",
    message =
        "config.trainingDataConfig cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionConfig(
    @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription(
            "Lowest EVENT_VALUE of the events to train on, as text. Default: all events. Cannot be changed.")
        @Nullable String eventValueThreshold,
    @JsonPropertyDescription(
            "How to look for the best hyperparameters. Needs performHPO: true. Cannot be changed.")
        @Nullable HpoConfig hpoConfig,
    @Size(max = Limits.PARAMETERS)
        @JsonPropertyDescription(
            "Hyperparameters of the recipe, values as text. Default: those of the recipe. Cannot be changed.")
        @Nullable Map<String, @Size(max = Limits.PARAMETER_VALUE_LENGTH) String>
            algorithmHyperParameters,
    @Size(max = Limits.PARAMETERS)
        @JsonPropertyDescription(
            "Parameters of the feature transformation, values as text. Cannot be changed.")
        @Nullable Map<String, @Size(max = Limits.PARAMETER_VALUE_LENGTH) String>
            featureTransformationParameters,
    @JsonPropertyDescription(
            "How AWS picks the recipe. Needs performAutoML: true. Cannot be changed.")
        @Nullable AutoMlConfig autoMLConfig,
    @JsonPropertyDescription(
            "Which event types to train on and how much each counts (v2 recipes only). Can be added and changed, but not removed; the next training uses it.")
        @Nullable EventsConfig eventsConfig,
    @JsonPropertyDescription("A second aim beside relevance, such as revenue. Cannot be changed.")
        @Nullable OptimizationObjective optimizationObjective,
    @JsonPropertyDescription("Which columns to train on. Default: all. Cannot be changed.")
        @Nullable TrainingDataConfig trainingDataConfig,
    @JsonPropertyDescription(
            "When Amazon Personalize trains by itself. Needs performAutoTraining: true. Default: every 7 days. Can be changed.")
        @Nullable AutoTrainingConfig autoTrainingConfig) {}
