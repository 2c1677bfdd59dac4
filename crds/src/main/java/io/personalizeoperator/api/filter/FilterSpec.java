package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
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
import io.personalizeoperator.crdfiles.ParameterValues;
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
 *     ($GENRE), where $GENRE comes with each request. ${} is CEL.
 * @param parameters Constants for the expressions in ${}: strings, numbers and lists of them.
 * @param rotation When and how the filter is replaced by one with another date.
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
    value =
        "!has(self.name) || self.name.contains('${') || self.name.matches('^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$')",
    message =
        "name: use at most 63 letters, digits, - and _; only a name with ${} in it may be longer",
    fieldPath = ".name")
@SchemaCustomizer(ParameterValues.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterSpec(
    @Pattern("^[a-zA-Z0-9$].*$")
        @Size(min = 1, max = FilterSpec.NAME_LENGTH)
        @JsonPropertyDescription(
            "Name in Amazon Personalize: at most 63 letters, digits, - and _. It may have ${} as expression has. Without ${}, a filter with rotation.cron is named after its tick too, such as recent-202611270005 in UTC, and a filter that replaces another of the same name gets a suffix. Default: metadata.name. Cannot be changed.")
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
            "What to include or exclude, such as INCLUDE ItemID WHERE Items.GENRES IN ($GENRE), where $GENRE comes with each request. ${} is an expression in CEL, such as ${unixSeconds(now - days(30))}, where now is the last tick of rotation.cron. If the expression changes, the filter is replaced: another one is created, serves once it is ACTIVE, and then the old one is deleted.")
        String expression,
    @Size(max = 50)
        @JsonPropertyDescription(
            "Constants for expressions in ${}, such as spec.parameters.genres: strings, numbers and lists of them. A key has letters, digits and _, and begins with no digit.")
        @Nullable Map<String, Object> parameters,
    @JsonPropertyDescription("When and how the filter is replaced by one with another date.")
        @Nullable FilterRotation rotation)
    implements CommonSpec {
  /** A name with templates in it. */
  public static final int NAME_LENGTH = 500;
}
