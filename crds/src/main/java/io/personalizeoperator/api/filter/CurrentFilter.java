package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The filter that serves.
 *
 * @param name Name of the filter in Amazon Personalize.
 * @param arn ARN of the filter.
 * @param expression Its expression.
 * @param since Since when it has served.
 * @param tick The tick that its expression was rendered with; absent for an expression without
 *     date.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CurrentFilter(
    @JsonPropertyDescription("Name of the filter in Amazon Personalize.") String name,
    @JsonPropertyDescription("ARN of the filter.") String arn,
    @JsonPropertyDescription("Its expression.") String expression,
    @JsonPropertyDescription("Since when it has served.") Instant since,
    @JsonPropertyDescription(
            "The tick that its expression was rendered with; absent for an expression without ${}.")
        @Nullable Instant tick) {}
