package io.personalizeoperator.spike;

import io.personalizeoperator.api.campaign.Spike;
import java.time.Instant;

/** Spikes for tests, as a manifest gives them. */
final class Spikes {
  private Spikes() {}

  static Spike between(String name, String start, String end, String zone, int tps) {
    return new Spike(name, start, end, null, null, zone, tps, "30m", null);
  }

  static Spike lasting(String name, String start, String duration, String zone, int tps) {
    return new Spike(name, start, null, duration, null, zone, tps, "30m", null);
  }

  static Spike recurring(String name, String cron, String duration, String zone, int tps) {
    return new Spike(name, null, null, duration, cron, zone, tps, "30m", null);
  }

  static Spike withLeadTime(Spike spike, String leadTime) {
    return new Spike(
        spike.name(),
        spike.start(),
        spike.end(),
        spike.duration(),
        spike.cron(),
        spike.timeZone(),
        spike.minProvisionedTPS(),
        leadTime,
        spike.suspend());
  }

  static Spike suspended(Spike spike) {
    return new Spike(
        spike.name(),
        spike.start(),
        spike.end(),
        spike.duration(),
        spike.cron(),
        spike.timeZone(),
        spike.minProvisionedTPS(),
        spike.leadTime(),
        true);
  }

  /** An instant from text without seconds, such as 2026-11-26T23:00Z. */
  static Instant at(String text) {
    return Instant.parse(text.replace("Z", ":00Z"));
  }
}
