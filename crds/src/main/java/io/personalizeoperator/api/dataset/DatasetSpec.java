package io.personalizeoperator.api.dataset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.ArnRules;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.DatasetType;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Reference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset shall be (AWS: CreateDataset, UpdateDataset).
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
 * @param schemaRef Schema in the same namespace. Set this or schemaArn. Can be changed for Items
 *     and Users only.
 * @param schemaArn ARN of a schema that is not managed in this namespace. Set this or schemaRef.
 *     Can be changed for Items and Users only.
 * @param type Type of the data: Interactions, Items, Users, Actions or Action_Interactions. A
 *     dataset group has at most one dataset of each type. Cannot be changed.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(value = ArnRules.DATASET_GROUP, message = ArnRules.DATASET_GROUP_MESSAGE)
@ValidationRule(value = ArnRules.SCHEMA, message = ArnRules.SCHEMA_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "set exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value = "has(self.schemaRef) != has(self.schemaArn)",
    message = "set exactly one of schemaRef and schemaArn")
@ValidationRule(
    value =
        "has(self.datasetGroupRef) == has(oldSelf.datasetGroupRef) && (!has(self.datasetGroupRef) || self.datasetGroupRef == oldSelf.datasetGroupRef)",
    message = "datasetGroupRef cannot be changed: create a new Dataset in the other group")
@ValidationRule(
    value =
        "has(self.datasetGroupArn) == has(oldSelf.datasetGroupArn) && (!has(self.datasetGroupArn) || self.datasetGroupArn == oldSelf.datasetGroupArn)",
    message = "datasetGroupArn cannot be changed: create a new Dataset in the other group")
@ValidationRule(
    value = "self.type == oldSelf.type",
    message = "type cannot be changed: create a new Dataset of the other type")
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetSpec(
    @Nullable String name,
    @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
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
    @JsonPropertyDescription(
            "Schema in the same namespace. Set this or schemaArn. Can be changed for Items and Users only.")
        @Nullable Reference schemaRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a schema that is not managed in this namespace. Set this or schemaRef. Can be changed for Items and Users only.")
        @Nullable String schemaArn,
    @Required
        @JsonPropertyDescription(
            "Type of the data: Interactions, Items, Users, Actions or Action_Interactions. A dataset group has at most one dataset of each type. Cannot be changed.")
        DatasetType type)
    implements CommonSpec {}
