package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * What a dataset shall be (AWS: CreateDataset, UpdateDataset).
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
 * @param schemaRef Schema in the same namespace. Give this or schemaArn.
 * @param schemaArn ARN of a Schema that is not managed here. Give this or schemaRef.
 * @param type Type of the data. Cannot be changed.
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "give exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value = "has(self.schemaRef) != has(self.schemaArn)",
    message = "give exactly one of schemaRef and schemaArn")
@ValidationRule(
    value = "self.?datasetGroupRef == oldSelf.?datasetGroupRef",
    message = "datasetGroupRef cannot be changed: make a new Dataset in the other group")
@ValidationRule(
    value = "self.?datasetGroupArn == oldSelf.?datasetGroupArn",
    message = "datasetGroupArn cannot be changed: make a new Dataset in the other group")
@ValidationRule(
    value = "self.type == oldSelf.type",
    message = "type cannot be changed: make a new Dataset of the other type")
public record DatasetSpec(
    String name,
    Map<String, String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
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
    @JsonPropertyDescription("Schema in the same namespace. Give this or schemaArn.")
        Reference schemaRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a Schema that is not managed here. Give this or schemaRef.")
        String schemaArn,
    @Required @JsonPropertyDescription("Type of the data. Cannot be changed.") DatasetType type)
    implements CommonSpec {}
