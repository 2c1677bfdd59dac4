package io.personalizeoperator.api.filter;

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
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Reference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter shall be (AWS: CreateFilter).
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
 * @param expression What to include or exclude, such as INCLUDE ItemID WHERE Items.GENRES IN
 *     ($GENRE), where $GENRE comes with each request. Cannot be changed.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(value = ArnRules.DATASET_GROUP, message = ArnRules.DATASET_GROUP_MESSAGE)
@ValidationRule(
    value = "has(self.datasetGroupRef) != has(self.datasetGroupArn)",
    message = "set exactly one of datasetGroupRef and datasetGroupArn")
@ValidationRule(
    value =
        "has(self.datasetGroupRef) == has(oldSelf.datasetGroupRef) && (!has(self.datasetGroupRef) || self.datasetGroupRef == oldSelf.datasetGroupRef)",
    message = "datasetGroupRef cannot be changed: create a new Filter in the other dataset group")
@ValidationRule(
    value =
        "has(self.datasetGroupArn) == has(oldSelf.datasetGroupArn) && (!has(self.datasetGroupArn) || self.datasetGroupArn == oldSelf.datasetGroupArn)",
    message = "datasetGroupArn cannot be changed: create a new Filter in the other dataset group")
@ValidationRule(
    value = "self.expression == oldSelf.expression",
    message =
        "expression cannot be changed: create a new Filter with another name, move the applications to it, then delete this one")
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterSpec(
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
    @Required
        @Size(min = 1, max = 2500)
        @JsonPropertyDescription(
            "What to include or exclude, such as INCLUDE ItemID WHERE Items.GENRES IN ($GENRE), where $GENRE comes with each request. Cannot be changed.")
        String expression)
    implements CommonSpec {}
