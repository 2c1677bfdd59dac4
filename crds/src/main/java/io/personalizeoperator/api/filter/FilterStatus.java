package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a filter.
 *
 * @param lifecycle the part that every kind has
 * @param current The filter that serves now.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("The filter that serves now.") @Nullable CurrentFilter current)
    implements CommonStatus {}
