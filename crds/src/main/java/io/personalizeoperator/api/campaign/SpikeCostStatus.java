package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * What a spike adds to the base in the month.
 *
 * @param name Name of the spike.
 * @param tpsHours TPS-hours above the base.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpikeCostStatus(
    @JsonPropertyDescription("Name of the spike.") String name,
    @JsonPropertyDescription("TPS-hours above the base.") Double tpsHours) {}
