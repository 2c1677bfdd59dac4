package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a campaign.
 *
 * @param lifecycle the part that every kind has
 * @param solutionVersionArn ARN of the solution version that serves now.
 * @param solutionVersion The same in short: solution name and version id.
 * @param minProvisionedTPS Requests per second that are provisioned now, at least.
 * @param desiredMinProvisionedTPS Requests per second that shall be provisioned now, at least.
 * @param latestUpdate The last update of the campaign; absent until there is one.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("ARN of the solution version that serves now.")
        String solutionVersionArn,
    @JsonPropertyDescription("The same in short: solution name and version id.")
        String solutionVersion,
    @JsonPropertyDescription("Requests per second that are provisioned now, at least.")
        Integer minProvisionedTPS,
    @JsonPropertyDescription("Requests per second that shall be provisioned now, at least.")
        Integer desiredMinProvisionedTPS,
    @JsonPropertyDescription("The last update of the campaign; absent until there is one.")
        CampaignUpdateStatus latestUpdate)
    implements CommonStatus {}
