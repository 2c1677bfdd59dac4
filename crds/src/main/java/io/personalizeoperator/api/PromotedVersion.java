package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * The solution version that campaigns follow.
 *
 * @param arn ARN.
 * @param id Last part of the ARN.
 * @param since Since when.
 */
public record PromotedVersion(
    @JsonPropertyDescription("ARN.") String arn,
    @JsonPropertyDescription("Last part of the ARN.") String id,
    @JsonPropertyDescription("Since when.") Instant since) {}
