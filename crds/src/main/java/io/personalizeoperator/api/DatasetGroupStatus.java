package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a dataset group.
 *
 * @param lifecycle the part that every kind has
 * @param domain Domain as Amazon Personalize has it; absent for a custom dataset group.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetGroupStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription(
            "Domain as Amazon Personalize has it; absent for a custom dataset group.")
        Domain domain)
    implements CommonStatus {}
