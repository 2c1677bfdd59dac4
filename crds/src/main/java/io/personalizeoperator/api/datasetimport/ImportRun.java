package io.personalizeoperator.api.datasetimport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import job.
 *
 * @param name Name of the import job.
 * @param generation Generation of the spec that the job was started for.
 * @param status Status in Amazon Personalize.
 * @param completed When the job became ACTIVE or failed.
 * @param failureReason Why the job failed, in AWS's words.
 * @param content Hash of what the job imports, from where and how. Another one is another job.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportRun(
    @JsonPropertyDescription("Name of the import job.") String name,
    @JsonPropertyDescription("Generation of the spec that the job was started for.")
        Long generation,
    @JsonPropertyDescription("Status in Amazon Personalize.") String status,
    @JsonPropertyDescription("When the job became ACTIVE or failed.") @Nullable Instant completed,
    @JsonPropertyDescription("Why the job failed, in AWS's words.") @Nullable String failureReason,
    @JsonPropertyDescription(
            "Hash of what the job imports, from where and how. Another one is another job.")
        @Nullable String content) {

  /** The same job, known to import this. */
  public ImportRun withContent(String known) {
    return new ImportRun(name, generation, status, completed, failureReason, known);
  }
}
