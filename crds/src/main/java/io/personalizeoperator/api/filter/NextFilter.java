package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.personalizeoperator.api.Ownership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter that is going to serve.
 *
 * @param name Name of the filter in Amazon Personalize.
 * @param expression Its expression.
 * @param tick The tick that its expression was rendered with.
 * @param arn ARN of the filter; set once it is known to be ours.
 * @param awsCreated When the filter was created in Amazon Personalize.
 * @param awsStatus Its status in Amazon Personalize.
 * @param ownership How the operator came to the filter.
 * @param tagKeys Keys of the user's tags that were last set.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NextFilter(
    @JsonPropertyDescription("Name of the filter in Amazon Personalize.") String name,
    @JsonPropertyDescription("Its expression.") String expression,
    @JsonPropertyDescription("The tick that its expression was rendered with.")
        @Nullable Instant tick,
    @JsonPropertyDescription("ARN of the filter; set once it is known to be ours.")
        @Nullable String arn,
    @JsonPropertyDescription("When the filter was created in Amazon Personalize.")
        @Nullable Instant awsCreated,
    @JsonPropertyDescription("Its status in Amazon Personalize.") @Nullable String awsStatus,
    @JsonPropertyDescription("How the operator came to the filter.") @Nullable Ownership ownership,
    @JsonPropertyDescription("Keys of the user's tags that were last set.")
        @Nullable List<String> tagKeys) {}
