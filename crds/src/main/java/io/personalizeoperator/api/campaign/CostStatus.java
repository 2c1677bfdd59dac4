package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What minProvisionedTPS provisions in the current month (UTC), projected from base and spikes: the
 * least that is paid for.
 *
 * @param month The month, such as 2026-11.
 * @param projectedTPSHours TPS-hours in all.
 * @param projectedPrice The same in money, when the operator knows the price of a TPS-hour.
 * @param spikes TPS-hours of each spike above the base.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CostStatus(
    @JsonPropertyDescription("The month, such as 2026-11.") String month,
    @JsonPropertyDescription("TPS-hours in all.") Double projectedTPSHours,
    @JsonPropertyDescription("The same in money, when the operator knows the price of a TPS-hour.")
        @Nullable Double projectedPrice,
    @JsonPropertyDescription("TPS-hours of each spike above the base.")
        @Nullable List<SpikeCostStatus> spikes) {}
