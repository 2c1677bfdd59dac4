package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * A part of a campaign whose last update failed in AWS. It is tried again by itself, so that it
 * keeps no other part back.
 *
 * @param part which part
 * @param to what it was to become: a version's ARN, requests per second, or a hash of the
 *     configuration
 * @param message AWS's words
 * @param failures how many times in a row
 * @param failedAt when it failed last
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailedChange(
    @JsonPropertyDescription("The part of the campaign.") CampaignPart part,
    @JsonPropertyDescription(
            "The value that the update should have set: a version's ARN, requests per second, or a hash of the configuration.")
        String to,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String message,
    @JsonPropertyDescription("How many times in a row it has failed.") Integer failures,
    @JsonPropertyDescription("When it failed last.") Instant failedAt) {}
