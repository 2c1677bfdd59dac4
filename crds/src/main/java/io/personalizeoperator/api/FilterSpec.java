package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * What a filter shall be (AWS: CreateFilter).
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
 * @param expression Filter expression, such as INCLUDE ItemID WHERE Items.GENRES IN ($GENRE).
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "give exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value = "self.?datasetGroupRef == oldSelf.?datasetGroupRef",
    message = "datasetGroupRef cannot be changed: make a new Filter in the other dataset group")
@ValidationRule(
    value = "self.?datasetGroupArn == oldSelf.?datasetGroupArn",
    message = "datasetGroupArn cannot be changed: make a new Filter in the other dataset group")
@ValidationRule(
    value = "self.expression == oldSelf.expression",
    message =
        "expression cannot be changed: make a new Filter with another name, move the applications to it, then delete this one")
public record FilterSpec(
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
    @Required
        @Size(min = 1, max = 2500)
        @JsonPropertyDescription(
            "Filter expression, such as INCLUDE ItemID WHERE Items.GENRES IN ($GENRE).")
        String expression)
    implements CommonSpec {}
