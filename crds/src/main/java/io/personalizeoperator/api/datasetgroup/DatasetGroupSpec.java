package io.personalizeoperator.api.datasetgroup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Domain;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset group shall be (AWS: CreateDatasetGroup).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param domain Domain, for recommenders of that domain's use cases. Default: none, a custom
 *     dataset group. Cannot be changed.
 * @param roleArn IAM role through which Amazon Personalize uses the KMS key. Only with kmsKeyArn.
 *     Cannot be changed.
 * @param kmsKeyArn KMS key that encrypts the datasets. Only with roleArn. Default: a key of AWS.
 *     Cannot be changed.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value =
        "has(self.domain) == has(oldSelf.domain) && (!has(self.domain) || self.domain == oldSelf.domain)",
    message =
        "domain cannot be changed: create a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value =
        "has(self.roleArn) == has(oldSelf.roleArn) && (!has(self.roleArn) || self.roleArn == oldSelf.roleArn)",
    message =
        "roleArn cannot be changed: create a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value =
        "has(self.kmsKeyArn) == has(oldSelf.kmsKeyArn) && (!has(self.kmsKeyArn) || self.kmsKeyArn == oldSelf.kmsKeyArn)",
    message =
        "kmsKeyArn cannot be changed: create a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value = "has(self.kmsKeyArn) == has(self.roleArn)",
    message = "kmsKeyArn and roleArn go together: set both or neither")
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetGroupSpec(
    @Nullable String name,
    @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
    @Nullable AdoptionPolicy adoptionPolicy,
    @Nullable Boolean suspend,
    @Nullable Publish publish,
    @JsonPropertyDescription(
            "Domain, for recommenders of that domain's use cases. Default: none, a custom dataset group. Cannot be changed.")
        @Nullable Domain domain,
    @Pattern(Limits.ROLE_ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "IAM role through which Amazon Personalize uses the KMS key. Only with kmsKeyArn. Cannot be changed.")
        @Nullable String roleArn,
    @Pattern(Limits.KMS_KEY_ARN)
        @Size(max = Limits.KMS_KEY_ARN_LENGTH)
        @JsonPropertyDescription(
            "KMS key that encrypts the datasets. Only with roleArn. Default: a key of AWS. Cannot be changed.")
        @Nullable String kmsKeyArn)
    implements CommonSpec {}
