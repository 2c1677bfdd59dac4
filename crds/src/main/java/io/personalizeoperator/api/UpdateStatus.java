package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How an update of a resource goes on in Amazon Personalize.
 *
 * @param status Status of the update.
 * @param failureReason Why it failed, in AWS's words.
 */
public record UpdateStatus(
    @JsonPropertyDescription("Status of the update.") String status,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String failureReason) {}
