package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events count, and how much (v2 recipes).
 *
 * @param eventParametersList The event types, at most 10.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventsConfig(
    @Size(max = 10) @JsonPropertyDescription("The event types, at most 10.")
        @Nullable List<EventParameters> eventParametersList) {}
