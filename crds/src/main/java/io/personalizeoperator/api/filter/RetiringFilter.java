package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.personalizeoperator.api.Ownership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter that serves no more, or never did, and is deleted.
 *
 * @param name Name of the filter in Amazon Personalize.
 * @param arn ARN of the filter; absent where it may never have been created.
 * @param awsCreated When the filter was created in Amazon Personalize.
 * @param ownership How the operator came to the filter.
 * @param deleteAfter When it is deleted; absent while its ARN is still published.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RetiringFilter(
    @JsonPropertyDescription("Name of the filter in Amazon Personalize.") String name,
    @JsonPropertyDescription("ARN of the filter; absent where it may never have been created.")
        @Nullable String arn,
    @JsonPropertyDescription("When the filter was created in Amazon Personalize.")
        @Nullable Instant awsCreated,
    @JsonPropertyDescription("How the operator came to the filter.") @Nullable Ownership ownership,
    @JsonPropertyDescription("When it is deleted; absent while its ARN is still published.")
        @Nullable Instant deleteAfter) {}
