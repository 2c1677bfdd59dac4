package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * The last update of a campaign.
 *
 * @param status Status of the update.
 * @param solutionVersionArn Version that it moves to.
 * @param minProvisionedTPS Requests per second that it provisions.
 * @param failureReason Why it failed, in AWS's words.
 */
public record CampaignUpdateStatus(
    @JsonPropertyDescription("Status of the update.") String status,
    @JsonPropertyDescription("Version that it moves to.") String solutionVersionArn,
    @JsonPropertyDescription("Requests per second that it provisions.") Integer minProvisionedTPS,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String failureReason) {}
