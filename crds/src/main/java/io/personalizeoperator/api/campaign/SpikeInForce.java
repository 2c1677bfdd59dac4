package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * A spike of the list that is in force: the newest list without a mistake.
 *
 * @param name See spec.spikes.
 * @param start See spec.spikes.
 * @param end See spec.spikes.
 * @param duration See spec.spikes.
 * @param cron See spec.spikes.
 * @param timeZone See spec.spikes.
 * @param minProvisionedTPS See spec.spikes.
 * @param leadTime See spec.spikes.
 * @param suspend See spec.spikes.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SpikeInForce(
    @JsonPropertyDescription("See spec.spikes.") String name,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String start,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String end,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String duration,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String cron,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String timeZone,
    @JsonPropertyDescription("See spec.spikes.") Integer minProvisionedTPS,
    @JsonPropertyDescription("See spec.spikes.") @Nullable String leadTime,
    @JsonPropertyDescription("See spec.spikes.") @Nullable Boolean suspend) {
  /** As the manifest has it. */
  public static SpikeInForce of(Spike spike) {
    return new SpikeInForce(
        spike.name(),
        spike.start(),
        spike.end(),
        spike.duration(),
        spike.cron(),
        spike.timeZone(),
        spike.minProvisionedTPS(),
        spike.leadTime(),
        spike.suspend());
  }

  /** The spike, as it stood in the manifest. */
  public Spike toSpike() {
    return new Spike(
        name, start, end, duration, cron, timeZone, minProvisionedTPS, leadTime, suspend);
  }
}
