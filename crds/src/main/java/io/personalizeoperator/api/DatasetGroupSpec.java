package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * What a dataset group shall be (AWS: CreateDatasetGroup).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param domain Domain of a domain dataset group. Absent: a custom dataset group. Cannot be
 *     changed.
 * @param roleArn IAM role that can use the KMS key. Cannot be changed.
 * @param kmsKeyArn KMS key that encrypts the datasets. Needs roleArn. Cannot be changed.
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "self.?domain == oldSelf.?domain",
    message =
        "domain cannot be changed: make a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value = "self.?roleArn == oldSelf.?roleArn",
    message =
        "roleArn cannot be changed: make a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value = "self.?kmsKeyArn == oldSelf.?kmsKeyArn",
    message =
        "kmsKeyArn cannot be changed: make a new DatasetGroup with another name and import the data there")
@ValidationRule(
    value = "has(self.kmsKeyArn) == has(self.roleArn)",
    message = "kmsKeyArn and roleArn go together: give both or neither")
public record DatasetGroupSpec(
    String name,
    Map<String, String> tags,
    @Default("Retain") DeletionPolicy deletionPolicy,
    AdoptionPolicy adoptionPolicy,
    Boolean suspend,
    Publish publish,
    @JsonPropertyDescription(
            "Domain of a domain dataset group. Absent: a custom dataset group. Cannot be changed.")
        Domain domain,
    @Pattern(Limits.ROLE_ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription("IAM role that can use the KMS key. Cannot be changed.")
        String roleArn,
    @Pattern(Limits.KMS_KEY_ARN)
        @Size(max = Limits.KMS_KEY_ARN_LENGTH)
        @JsonPropertyDescription(
            "KMS key that encrypts the datasets. Needs roleArn. Cannot be changed.")
        String kmsKeyArn)
    implements CommonSpec {}
