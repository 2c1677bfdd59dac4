package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * How an update of a resource goes on in Amazon Personalize.
 *
 * @param status Status of the update in Amazon Personalize.
 * @param failureReason Why the update failed, in AWS's words.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UpdateStatus(
    @JsonPropertyDescription("Status of the update in Amazon Personalize.") String status,
    @JsonPropertyDescription("Why the update failed, in AWS's words.")
        @Nullable String failureReason) {}
