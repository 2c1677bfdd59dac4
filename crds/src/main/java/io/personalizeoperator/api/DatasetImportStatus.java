package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of an import.
 *
 * @param lifecycle the part that every kind has
 * @param datasetArn Dataset that the data goes to.
 * @param latest The newest job.
 * @param lastSuccess The newest job that became ACTIVE.
 */
public record DatasetImportStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("Dataset that the data goes to.") String datasetArn,
    @JsonPropertyDescription("The newest job.") ImportRun latest,
    @JsonPropertyDescription("The newest job that became ACTIVE.") ImportRun lastSuccess)
    implements CommonStatus {}
