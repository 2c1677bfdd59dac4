package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next filter whose creation failed last; absent once one has worked.
 *
 * @param name Name of the filter in Amazon Personalize.
 * @param expression Its expression.
 * @param tick The tick that its expression was rendered with.
 * @param reason Why it failed, in AWS's words.
 * @param time When it was found to have failed.
 * @param count How many times in a row this expression has failed.
 * @param retryAfter When it is created again.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailedFilter(
    @JsonPropertyDescription("Name of the filter in Amazon Personalize.") String name,
    @JsonPropertyDescription("Its expression.") String expression,
    @JsonPropertyDescription("The tick that its expression was rendered with.")
        @Nullable Instant tick,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String reason,
    @JsonPropertyDescription("When it was found to have failed.") Instant time,
    @JsonPropertyDescription("How many times in a row this expression has failed.") Integer count,
    @JsonPropertyDescription("When it is created again.") Instant retryAfter) {}
