package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * One import job.
 *
 * @param name Name of the job.
 * @param generation Generation of the spec that it was started for.
 * @param status Status in Amazon Personalize.
 * @param completed When it became ACTIVE or failed.
 * @param failureReason Why it failed, in AWS's words.
 */
public record ImportRun(
    @JsonPropertyDescription("Name of the job.") String name,
    @JsonPropertyDescription("Generation of the spec that it was started for.") Long generation,
    @JsonPropertyDescription("Status in Amazon Personalize.") String status,
    @JsonPropertyDescription("When it became ACTIVE or failed.") Instant completed,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String failureReason) {}
