package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How much an event type counts.
 *
 * @param eventType Type of the events, such as watch.
 * @param eventValueThreshold Lowest EVENT_VALUE of the events to train on. Default: all events.
 * @param weight How much these events count, 0 to 1.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventParameters(
    @Size(min = 1, max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("Type of the events, such as watch.")
        @Nullable String eventType,
    @JsonPropertyDescription("Lowest EVENT_VALUE of the events to train on. Default: all events.")
        @Nullable Double eventValueThreshold,
    @Min(0) @Max(1) @JsonPropertyDescription("How much these events count, 0 to 1.")
        @Nullable Double weight) {}
