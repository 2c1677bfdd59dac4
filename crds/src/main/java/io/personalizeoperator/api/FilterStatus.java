package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a filter.
 *
 * @param lifecycle the part that every kind has
 * @param current The filter that serves.
 */
public record FilterStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("The filter that serves.") CurrentFilter current)
    implements CommonStatus {}
