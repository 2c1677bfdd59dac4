package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * The next window.
 *
 * @param name Name of the spike.
 * @param at When its traffic is expected.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NextSpike(
    @JsonPropertyDescription("Name of the spike.") String name,
    @JsonPropertyDescription("When its traffic is expected.") Instant at) {}
