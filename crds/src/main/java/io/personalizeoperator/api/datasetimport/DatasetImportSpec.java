package io.personalizeoperator.api.datasetimport;

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
 * What to import (AWS: CreateDatasetImportJob).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param datasetRef Dataset in the same namespace. Set this or datasetArn.
 * @param datasetArn ARN of a dataset that is not managed in this namespace. Set this or datasetRef.
 * @param dataLocation S3 location of a CSV file, or of a folder of them, such as
 *     s3://bucket/interactions/.
 * @param roleArn IAM role through which Amazon Personalize reads the location.
 * @param importMode FULL: replaces all data of earlier imports. INCREMENTAL: adds to it; the first
 *     import into a dataset cannot be this. Default: FULL.
 * @param publishAttributionMetricsToS3 Whether the metric attribution of the dataset group writes
 *     its metrics of this import to S3. Default: false.
 * @param run Any text. Give a new value to import once more with all else unchanged.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(value = ArnRules.DATASET, message = ArnRules.DATASET_MESSAGE)
@ValidationRule(
    value = "has(self.datasetRef) != has(self.datasetArn)",
    message = "set exactly one of datasetRef and datasetArn")
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetImportSpec(
    @Nullable String name,
    @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Delete") DeletionPolicy deletionPolicy,
    @Nullable AdoptionPolicy adoptionPolicy,
    @Nullable Boolean suspend,
    @Nullable Publish publish,
    @JsonPropertyDescription("Dataset in the same namespace. Set this or datasetArn.")
        @Nullable Reference datasetRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a dataset that is not managed in this namespace. Set this or datasetRef.")
        @Nullable String datasetArn,
    @Required
        @Pattern(Limits.S3_LOCATION)
        @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription(
            "S3 location of a CSV file, or of a folder of them, such as s3://bucket/interactions/.")
        String dataLocation,
    @Pattern(Limits.ROLE_ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription("IAM role through which Amazon Personalize reads the location.")
        @Nullable String roleArn,
    @Default("FULL")
        @JsonPropertyDescription(
            "FULL: replaces all data of earlier imports. INCREMENTAL: adds to it; the first import into a dataset cannot be this. Default: FULL.")
        ImportMode importMode,
    @JsonPropertyDescription(
            "Whether the metric attribution of the dataset group writes its metrics of this import to S3. Default: false.")
        @Nullable Boolean publishAttributionMetricsToS3,
    @Size(min = 1, max = 63)
        @JsonPropertyDescription(
            "Any text. Give a new value to import once more with all else unchanged.")
        @Nullable String run)
    implements CommonSpec {}
