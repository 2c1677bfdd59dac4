package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * The filter that serves.
 *
 * @param name Name.
 * @param arn ARN.
 * @param expression Expression.
 * @param since Since when.
 */
public record CurrentFilter(
    @JsonPropertyDescription("Name.") String name,
    @JsonPropertyDescription("ARN.") String arn,
    @JsonPropertyDescription("Expression.") String expression,
    @JsonPropertyDescription("Since when.") Instant since) {}
