package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.ArnRules;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Reference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a solution shall be (AWS: CreateSolution, UpdateSolution).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param datasetGroupRef DatasetGroup in the same namespace. Set this or datasetGroupArn. Cannot be
 *     changed.
 * @param datasetGroupArn ARN of a dataset group that is not managed in this namespace. Set this or
 *     datasetGroupRef. Cannot be changed.
 * @param recipe Recipe: its name, such as aws-user-personalization-v2, or its ARN. Give this unless
 *     performAutoML is true. Cannot be changed.
 * @param eventType Type of the events to train on, such as watch. Default: all types. Cannot be
 *     changed.
 * @param performHPO Whether every training also looks for the best hyperparameters, which takes
 *     more training hours. Default: false. Cannot be changed.
 * @param performAutoML Whether AWS picks the recipe. AWS advises against it. Default: false. Cannot
 *     be changed.
 * @param performAutoTraining Whether Amazon Personalize trains by itself, beside the operator.
 *     Default: false (in AWS: true).
 * @param performIncrementalUpdate Whether new items are picked up between trainings
 *     (aws-semantic-similarity only). Default: false.
 * @param config Settings of the solution. Only eventsConfig and autoTrainingConfig can be changed.
 * @param training When the operator trains.
 * @param promotion Which solution version campaigns follow.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(value = ArnRules.DATASET_GROUP, message = ArnRules.DATASET_GROUP_MESSAGE)
@ValidationRule(
    value = KnownRecipes.IS_FOR_SOLUTIONS,
    message = KnownRecipes.IS_FOR_SOLUTIONS_MESSAGE)
@ValidationRule(
    value = KnownRecipes.IS_KNOWN,
    message = KnownRecipes.IS_KNOWN_MESSAGE,
    messageExpression = KnownRecipes.IS_KNOWN_MESSAGE_EXPRESSION)
@ValidationRule(value = KnownRecipes.IS_RECIPE_ARN, message = KnownRecipes.IS_RECIPE_ARN_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "set exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value = "has(self.recipe) != (has(self.performAutoML) && self.performAutoML)",
    message = "set exactly one of recipe and performAutoML: true")
@ValidationRule(
    value =
        "!has(self.config) || !has(self.config.hpoConfig) || (has(self.performHPO) && self.performHPO) || (has(self.performAutoML) && self.performAutoML)",
    message = "config.hpoConfig needs performHPO: true")
@ValidationRule(
    value =
        "!has(self.config) || !has(self.config.autoMLConfig) || (has(self.performAutoML) && self.performAutoML)",
    message = "config.autoMLConfig needs performAutoML: true")
@ValidationRule(
    value =
        "!has(self.config) || !has(self.config.autoTrainingConfig) || (has(self.performAutoTraining) && self.performAutoTraining)",
    message = "config.autoTrainingConfig needs performAutoTraining: true")
@ValidationRule(
    value =
        "!has(self.config) || !has(self.config.eventsConfig) || (has(self.recipe) && self.recipe.endsWith('-v2'))",
    message =
        "config.eventsConfig needs a v2 recipe: aws-user-personalization-v2 or aws-personalized-ranking-v2")
@ValidationRule(
    value =
        "!has(self.performIncrementalUpdate) || !self.performIncrementalUpdate || (has(self.recipe) && self.recipe.endsWith('aws-semantic-similarity'))",
    message = "performIncrementalUpdate: true needs the recipe aws-semantic-similarity")
@ValidationRule(
    value =
        "has(self.datasetGroupRef) == has(oldSelf.datasetGroupRef) && (!has(self.datasetGroupRef) || self.datasetGroupRef == oldSelf.datasetGroupRef)",
    message =
        "datasetGroupRef cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.datasetGroupArn) == has(oldSelf.datasetGroupArn) && (!has(self.datasetGroupArn) || self.datasetGroupArn == oldSelf.datasetGroupArn)",
    message =
        "datasetGroupArn cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.recipe) == has(oldSelf.recipe) && (!has(self.recipe) || self.recipe == oldSelf.recipe)",
    message =
        "recipe cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.eventType) == has(oldSelf.eventType) && (!has(self.eventType) || self.eventType == oldSelf.eventType)",
    message =
        "eventType cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "(has(self.performHPO) && self.performHPO) == (has(oldSelf.performHPO) && oldSelf.performHPO)",
    message =
        "performHPO cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "(has(self.performAutoML) && self.performAutoML) == (has(oldSelf.performAutoML) && oldSelf.performAutoML)",
    message =
        "performAutoML cannot be changed: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(self.config) || !has(oldSelf.config) || !(has(oldSelf.config.eventValueThreshold) || has(oldSelf.config.hpoConfig) || has(oldSelf.config.algorithmHyperParameters) || has(oldSelf.config.featureTransformationParameters) || has(oldSelf.config.autoMLConfig) || has(oldSelf.config.optimizationObjective) || has(oldSelf.config.trainingDataConfig))",
    message =
        "config: only autoTrainingConfig can be added or removed, and eventsConfig added: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "has(oldSelf.config) || !has(self.config) || !(has(self.config.eventValueThreshold) || has(self.config.hpoConfig) || has(self.config.algorithmHyperParameters) || has(self.config.featureTransformationParameters) || has(self.config.autoMLConfig) || has(self.config.optimizationObjective) || has(self.config.trainingDataConfig))",
    message =
        "config: only autoTrainingConfig can be added or removed, and eventsConfig added: create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "!has(oldSelf.config) || !has(oldSelf.config.eventsConfig) || !has(oldSelf.config.eventsConfig.eventParametersList) || size(oldSelf.config.eventsConfig.eventParametersList) == 0 || (has(self.config) && has(self.config.eventsConfig) && has(self.config.eventsConfig.eventParametersList) && size(self.config.eventsConfig.eventParametersList) > 0)",
    message =
        "config.eventsConfig cannot be removed, because AWS keeps the last one: change its weights, or create a new Solution with another name and refer to it in the Campaign")
@ValidationRule(
    value =
        "!has(self.training) || !has(self.training.schedules) || size(self.training.schedules) == 0 || !has(self.performAutoTraining) || !self.performAutoTraining",
    message =
        "training.schedules and performAutoTraining: true would both train, and both cost; remove one of them")
@ValidationRule(
    value =
        "!has(self.training) || !has(self.training.schedules) || "
            + SolutionSpec.CAN_UPDATE
            + " || self.training.schedules.all(s, s.mode != 'UPDATE')",
    message =
        "training.schedules: mode UPDATE needs the recipe aws-user-personalization or aws-hrnn-coldstart; set mode: FULL")
@ValidationRule(
    value =
        "!has(self.training) || !has(self.training.afterImport) || !has(self.training.afterImport.mode) || self.training.afterImport.mode != 'UPDATE' || "
            + SolutionSpec.CAN_UPDATE,
    message =
        "training.afterImport: mode UPDATE needs the recipe aws-user-personalization or aws-hrnn-coldstart; set mode: FULL")
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionSpec(
    @Nullable String name,
    @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Delete") DeletionPolicy deletionPolicy,
    @Nullable AdoptionPolicy adoptionPolicy,
    @Nullable Boolean suspend,
    @Nullable Publish publish,
    @JsonPropertyDescription(
            "DatasetGroup in the same namespace. Set this or datasetGroupArn. Cannot be changed.")
        @Nullable Reference datasetGroupRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a dataset group that is not managed in this namespace. Set this or datasetGroupRef. Cannot be changed.")
        @Nullable String datasetGroupArn,
    @Pattern(KnownRecipes.NAME_OR_ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "Recipe: its name, such as aws-user-personalization-v2, or its ARN. Give this unless performAutoML is true. Cannot be changed.")
        @Nullable String recipe,
    @Size(min = 1, max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription(
            "Type of the events to train on, such as watch. Default: all types. Cannot be changed.")
        @Nullable String eventType,
    @JsonPropertyDescription(
            "Whether every training also looks for the best hyperparameters, which takes more training hours. Default: false. Cannot be changed.")
        @Nullable Boolean performHPO,
    @JsonPropertyDescription(
            "Whether AWS picks the recipe. AWS advises against it. Default: false. Cannot be changed.")
        @Nullable Boolean performAutoML,
    @Default("false")
        @JsonPropertyDescription(
            "Whether Amazon Personalize trains by itself, beside the operator. Default: false (in AWS: true).")
        Boolean performAutoTraining,
    @JsonPropertyDescription(
            "Whether new items are picked up between trainings (aws-semantic-similarity only). Default: false.")
        @Nullable Boolean performIncrementalUpdate,
    @JsonPropertyDescription(
            "Settings of the solution. Only eventsConfig and autoTrainingConfig can be changed.")
        @Nullable SolutionConfig config,
    @JsonPropertyDescription("When the operator trains.") @Nullable Training training,
    @JsonPropertyDescription("Which solution version campaigns follow.")
        @Nullable Promotion promotion)
    implements CommonSpec {
  /** CEL: whether the recipe has UPDATE trainings (AWS: CreateSolutionVersion, trainingMode). */
  static final String CAN_UPDATE =
      "(has(self.recipe) && self.recipe.matches('(^|/)(aws-user-personalization|aws-hrnn-coldstart)$'))";
}
