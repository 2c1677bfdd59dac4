package io.personalizeoperator.campaign;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.api.campaign.CampaignStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What Prometheus sees of campaigns: capacity wanted and live, the next spike, and lateness. */
final class CampaignMetrics {
  private static final String PREFIX = "personalize_operator_campaign_";

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, Shown> campaigns = new ConcurrentHashMap<>();

  CampaignMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** Shows a campaign as it was reported. */
  void show(Campaign campaign, CampaignStatus status) {
    campaigns.computeIfAbsent(key(campaign), k -> new Shown(campaign)).take(status);
  }

  /** Shows it no more. */
  void remove(Campaign campaign) {
    Shown shown = campaigns.remove(key(campaign));
    if (shown != null) {
      shown.meters.forEach(registry::remove);
    }
  }

  private static String key(Campaign campaign) {
    return campaign.getMetadata().getNamespace() + "/" + campaign.getMetadata().getName();
  }

  /** What is shown of a status; the whole of it would take some kilobytes for each campaign. */
  private record Seen(
      @Nullable Integer wanted,
      @Nullable Integer live,
      @Nullable Instant nextSpike,
      boolean inSpike,
      @Nullable Instant lateSince) {
    static Seen of(CampaignStatus status) {
      return new Seen(
          status.desiredMinProvisionedTPS(),
          status.minProvisionedTPS(),
          status.nextSpike() == null ? null : status.nextSpike().at(),
          status.activeSpike() != null,
          status.lateSpike() == null ? null : status.lateSpike().start());
    }
  }

  /** One campaign. */
  private final class Shown {
    private final List<Meter> meters;
    private volatile @Nullable Seen seen;
    private volatile double lateness;

    Shown(Campaign campaign) {
      Tags tags =
          Tags.of(
              "namespace",
              campaign.getMetadata().getNamespace(),
              "name",
              campaign.getMetadata().getName());
      meters =
          List.of(
              gauge("wanted_min_tps", "minProvisionedTPS that is wanted", tags, Shown::wanted),
              gauge("live_min_tps", "minProvisionedTPS that is provisioned", tags, Shown::live),
              gauge(
                  "seconds_until_next_spike",
                  "Time until the next spike starts",
                  tags,
                  Shown::untilNextSpike),
              gauge(
                  "spike_lateness_seconds",
                  "How long after its start the last spike had its capacity; 0 in time",
                  tags,
                  Shown::lateness));
    }

    private Gauge gauge(String name, String what, Tags tags, ToDoubleFunction<Shown> value) {
      return Gauge.builder(PREFIX + name, this, value)
          .description(what)
          .tags(tags)
          .register(registry);
    }

    void take(CampaignStatus status) {
      Seen before = seen;
      Seen next = Seen.of(status);
      Instant wasLate = before == null ? null : before.lateSince;
      if (wasLate != null && next.lateSince == null) {
        lateness = seconds(wasLate, clock.instant());
      } else if (before == null || !before.inSpike && next.inSpike) {
        lateness = 0;
      }
      seen = next;
    }

    private double wanted() {
      return number(seen == null ? null : seen.wanted);
    }

    private double live() {
      return number(seen == null ? null : seen.live);
    }

    private double untilNextSpike() {
      return seen == null || seen.nextSpike == null
          ? Double.NaN
          : seconds(clock.instant(), seen.nextSpike);
    }

    private double lateness() {
      Seen now = seen;
      return now != null && now.lateSince != null
          ? seconds(now.lateSince, clock.instant())
          : lateness;
    }

    private static double number(@Nullable Integer value) {
      return value == null ? Double.NaN : value;
    }

    private static double seconds(Instant from, Instant to) {
      return Duration.between(from, to).toMillis() / 1e3;
    }
  }
}
