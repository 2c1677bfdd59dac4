package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * The solution version that campaigns follow.
 *
 * @param arn ARN of the solution version.
 * @param id The last part of the ARN.
 * @param since Since when campaigns follow it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PromotedVersion(
    @JsonPropertyDescription("ARN of the solution version.") String arn,
    @JsonPropertyDescription("The last part of the ARN.") String id,
    @JsonPropertyDescription("Since when campaigns follow it.") Instant since) {}
