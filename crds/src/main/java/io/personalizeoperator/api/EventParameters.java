package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/**
 * How much an event type counts.
 *
 * @param eventType Type of event, such as watch.
 * @param eventValueThreshold Events of a lower value are left out of training.
 * @param weight Weight of the event type, 0 to 1.
 */
public record EventParameters(
    @Size(min = 1, max = Limits.TEXT_LENGTH)
        @JsonPropertyDescription("Type of event, such as watch.")
        String eventType,
    @JsonPropertyDescription("Events of a lower value are left out of training.")
        Double eventValueThreshold,
    @Min(0) @Max(1) @JsonPropertyDescription("Weight of the event type, 0 to 1.") Double weight) {}
