package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/**
 * What to import (AWS: CreateDatasetImportJob).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param datasetRef Dataset in the same namespace. Give this or datasetArn.
 * @param datasetArn ARN of a Dataset that is not managed here. Give this or datasetRef.
 * @param dataLocation S3 location of a CSV file or of a folder of them.
 * @param roleArn IAM role that can read the location.
 * @param importMode FULL replaces the bulk data of the dataset, INCREMENTAL adds to it. The first
 *     import has to be FULL.
 * @param publishAttributionMetricsToS3 Whether the metric attribution's metrics go to S3 for this
 *     import.
 * @param run Any text. A new value imports once more with all else unchanged.
 */
@ValidationRule(value = CommonSpec.NAME_IS_IMMUTABLE, message = CommonSpec.NAME_MESSAGE)
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(
    value = "has(self.datasetRef) != has(self.datasetArn)",
    message = "give exactly one of datasetRef and datasetArn")
public record DatasetImportSpec(
    String name,
    Map<String, String> tags,
    @Default("Delete") DeletionPolicy deletionPolicy,
    AdoptionPolicy adoptionPolicy,
    Boolean suspend,
    Publish publish,
    @JsonPropertyDescription("Dataset in the same namespace. Give this or datasetArn.")
        Reference datasetRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of a Dataset that is not managed here. Give this or datasetRef.")
        String datasetArn,
    @Required
        @Pattern(Limits.S3_LOCATION)
        @Size(max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("S3 location of a CSV file or of a folder of them.")
        String dataLocation,
    @Pattern(Limits.ROLE_ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription("IAM role that can read the location.")
        String roleArn,
    @Default("FULL")
        @JsonPropertyDescription(
            "FULL replaces the bulk data of the dataset, INCREMENTAL adds to it. The first import has to be FULL.")
        ImportMode importMode,
    @JsonPropertyDescription("Whether the metric attribution's metrics go to S3 for this import.")
        Boolean publishAttributionMetricsToS3,
    @Size(min = 1, max = 63)
        @JsonPropertyDescription("Any text. A new value imports once more with all else unchanged.")
        String run)
    implements CommonSpec {}
