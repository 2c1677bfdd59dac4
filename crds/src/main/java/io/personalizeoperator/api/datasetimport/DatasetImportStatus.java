package io.personalizeoperator.api.datasetimport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an import.
 *
 * @param lifecycle the part that every kind has
 * @param datasetArn ARN of the dataset that the data goes to.
 * @param latest The newest import job.
 * @param lastSuccess The newest import job that became ACTIVE.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetImportStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("ARN of the dataset that the data goes to.")
        @Nullable String datasetArn,
    @JsonPropertyDescription("The newest import job.") @Nullable ImportRun latest,
    @JsonPropertyDescription("The newest import job that became ACTIVE.")
        @Nullable ImportRun lastSuccess)
    implements CommonStatus {}
