package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.Map;

/**
 * Configuration of a solution (AWS: SolutionConfig).
 *
 * @param eventValueThreshold Events of a lower value are left out of training.
 * @param hpoConfig Hyperparameter optimization. Needs performHPO.
 * @param algorithmHyperParameters Hyperparameters of the recipe.
 * @param featureTransformationParameters Parameters of the feature transformation.
 * @param autoMLConfig AutoML. Needs performAutoML.
 * @param eventsConfig Which events count, and how much. Can be changed.
 * @param optimizationObjective A second objective beside relevance.
 * @param trainingDataConfig Which columns are used in training.
 * @param autoTrainingConfig When Amazon Personalize trains by itself. Needs performAutoTraining.
 *     Can be changed.
 */
public record SolutionConfig(
    @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("Events of a lower value are left out of training.")
        String eventValueThreshold,
    @JsonPropertyDescription("Hyperparameter optimization. Needs performHPO.") HpoConfig hpoConfig,
    @Size(max = Limits.PARAMETERS) @JsonPropertyDescription("Hyperparameters of the recipe.")
        Map<String, String> algorithmHyperParameters,
    @Size(max = Limits.PARAMETERS)
        @JsonPropertyDescription("Parameters of the feature transformation.")
        Map<String, String> featureTransformationParameters,
    @JsonPropertyDescription("AutoML. Needs performAutoML.") AutoMlConfig autoMLConfig,
    @JsonPropertyDescription("Which events count, and how much. Can be changed.")
        EventsConfig eventsConfig,
    @JsonPropertyDescription("A second objective beside relevance.")
        OptimizationObjective optimizationObjective,
    @JsonPropertyDescription("Which columns are used in training.")
        TrainingDataConfig trainingDataConfig,
    @JsonPropertyDescription(
            "When Amazon Personalize trains by itself. Needs performAutoTraining. Can be changed.")
        AutoTrainingConfig autoTrainingConfig) {}
