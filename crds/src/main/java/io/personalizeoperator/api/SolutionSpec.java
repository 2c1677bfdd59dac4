package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * What a solution shall be (AWS: CreateSolution, UpdateSolution).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param datasetGroupRef DatasetGroup in the same namespace. Give this or datasetGroupArn.
 * @param datasetGroupArn ARN of a DatasetGroup that is not managed here. Give this or
 *     datasetGroupRef.
 * @param recipe Recipe: a name such as aws-user-personalization-v2, or an ARN. Cannot be changed.
 * @param eventType Only events of this type are used in training. Absent: all. Cannot be changed.
 * @param performHPO Whether trainings look for the best hyperparameters. Cannot be changed.
 * @param performAutoML Whether AWS picks the recipe. AWS advises against it. Cannot be changed.
 * @param performAutoTraining Whether Amazon Personalize also trains by itself. Default: false,
 *     unlike in AWS.
 * @param performIncrementalUpdate Whether new items are picked up between trainings
 *     (semantic-similarity only).
 * @param config Configuration. Only eventsConfig and autoTrainingConfig can be changed.
 * @param training When the operator trains.
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "give exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value = "has(self.recipe) != (has(self.performAutoML) && self.performAutoML)",
    message = "give recipe, or performAutoML: true, not both")
@ValidationRule(
    value =
        "!has(self.config) || !has(self.config.hpoConfig) || (has(self.performHPO) && self.performHPO)",
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
    value = "self.?datasetGroupRef == oldSelf.?datasetGroupRef",
    message =
        "datasetGroupRef cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?datasetGroupArn == oldSelf.?datasetGroupArn",
    message =
        "datasetGroupArn cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?recipe == oldSelf.?recipe",
    message =
        "recipe cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?eventType == oldSelf.?eventType",
    message =
        "eventType cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?performHPO == oldSelf.?performHPO",
    message =
        "performHPO cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?performAutoML == oldSelf.?performAutoML",
    message =
        "performAutoML cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?eventValueThreshold == oldSelf.?config.?eventValueThreshold",
    message =
        "config.eventValueThreshold cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?hpoConfig == oldSelf.?config.?hpoConfig",
    message =
        "config.hpoConfig cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?algorithmHyperParameters == oldSelf.?config.?algorithmHyperParameters",
    message =
        "config.algorithmHyperParameters cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value =
        "self.?config.?featureTransformationParameters == oldSelf.?config.?featureTransformationParameters",
    message =
        "config.featureTransformationParameters cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?autoMLConfig == oldSelf.?config.?autoMLConfig",
    message =
        "config.autoMLConfig cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?optimizationObjective == oldSelf.?config.?optimizationObjective",
    message =
        "config.optimizationObjective cannot be changed: make a new Solution with another name and point the Campaign to it")
@ValidationRule(
    value = "self.?config.?trainingDataConfig == oldSelf.?config.?trainingDataConfig",
    message =
        "config.trainingDataConfig cannot be changed: make a new Solution with another name and point the Campaign to it")
public record SolutionSpec(
    String name,
    Map<String, String> tags,
    @Default("Delete") DeletionPolicy deletionPolicy,
    AdoptionPolicy adoptionPolicy,
    Boolean suspend,
    Publish publish,
    @JsonPropertyDescription("DatasetGroup in the same namespace. Give this or datasetGroupArn.")
        Reference datasetGroupRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a DatasetGroup that is not managed here. Give this or datasetGroupRef.")
        String datasetGroupArn,
    @Pattern("^(aws-[a-z0-9-]+|arn:([a-z\\d-]+):personalize:.*:.*:.+)$")
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "Recipe: a name such as aws-user-personalization-v2, or an ARN. Cannot be changed.")
        String recipe,
    @Size(min = 1, max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription(
            "Only events of this type are used in training. Absent: all. Cannot be changed.")
        String eventType,
    @JsonPropertyDescription(
            "Whether trainings look for the best hyperparameters. Cannot be changed.")
        Boolean performHPO,
    @JsonPropertyDescription(
            "Whether AWS picks the recipe. AWS advises against it. Cannot be changed.")
        Boolean performAutoML,
    @Default("false")
        @JsonPropertyDescription(
            "Whether Amazon Personalize also trains by itself. Default: false, unlike in AWS.")
        Boolean performAutoTraining,
    @JsonPropertyDescription(
            "Whether new items are picked up between trainings (semantic-similarity only).")
        Boolean performIncrementalUpdate,
    @JsonPropertyDescription(
            "Configuration. Only eventsConfig and autoTrainingConfig can be changed.")
        SolutionConfig config,
    @JsonPropertyDescription("When the operator trains.") Training training)
    implements CommonSpec {}
