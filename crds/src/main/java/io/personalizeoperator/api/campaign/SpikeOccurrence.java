package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * One window of a spike.
 *
 * @param name Name of the spike.
 * @param raise When the update that raises the capacity is sent.
 * @param start When the traffic is expected.
 * @param end When the capacity is no longer wanted.
 * @param minProvisionedTPS Requests per second wanted, at least.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpikeOccurrence(
    @JsonPropertyDescription("Name of the spike.") String name,
    @JsonPropertyDescription("When the update that raises the capacity is sent.") Instant raise,
    @JsonPropertyDescription("When the traffic is expected.") Instant start,
    @JsonPropertyDescription("When the capacity is no longer wanted.") Instant end,
    @JsonPropertyDescription("Requests per second wanted, at least.") Integer minProvisionedTPS) {}
