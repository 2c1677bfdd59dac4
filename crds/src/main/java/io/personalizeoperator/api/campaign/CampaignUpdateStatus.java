package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last update of a campaign.
 *
 * @param status Status of the update in Amazon Personalize.
 * @param solutionVersionArn ARN of the solution version that the update moves to.
 * @param minProvisionedTPS Requests per second that the update provisions, at least.
 * @param created When the update was sent.
 * @param failureReason Why the update failed, in AWS's words.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignUpdateStatus(
    @JsonPropertyDescription("Status of the update in Amazon Personalize.") String status,
    @JsonPropertyDescription("ARN of the solution version that the update moves to.")
        @Nullable String solutionVersionArn,
    @JsonPropertyDescription("Requests per second that the update provisions, at least.")
        @Nullable Integer minProvisionedTPS,
    @JsonPropertyDescription("When the update was sent.") @Nullable Instant created,
    @JsonPropertyDescription("Why the update failed, in AWS's words.")
        @Nullable String failureReason) {}
