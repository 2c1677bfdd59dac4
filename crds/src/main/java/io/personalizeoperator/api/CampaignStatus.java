package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a campaign.
 *
 * @param lifecycle the part that every kind has
 * @param solutionVersionArn Solution version that serves now.
 * @param solutionVersion The same in short: solution and version id.
 * @param minProvisionedTPS Requests per second provisioned now.
 * @param desiredMinProvisionedTPS Requests per second that shall be provisioned now.
 * @param latestUpdate The last update.
 */
public record CampaignStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("Solution version that serves now.") String solutionVersionArn,
    @JsonPropertyDescription("The same in short: solution and version id.") String solutionVersion,
    @JsonPropertyDescription("Requests per second provisioned now.") Integer minProvisionedTPS,
    @JsonPropertyDescription("Requests per second that shall be provisioned now.")
        Integer desiredMinProvisionedTPS,
    @JsonPropertyDescription("The last update.") CampaignUpdateStatus latestUpdate)
    implements CommonStatus {}
