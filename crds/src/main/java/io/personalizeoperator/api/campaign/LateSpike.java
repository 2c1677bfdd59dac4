package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * A window that started before its capacity was there.
 *
 * @param name Name of the spike.
 * @param start When its traffic was expected.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LateSpike(
    @JsonPropertyDescription("Name of the spike.") String name,
    @JsonPropertyDescription("When its traffic was expected.") Instant start) {}
