package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.testing.Manifests;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Prometheus sees of a Black Friday. */
class CampaignMetricsTest {
  private static final String START = "2026-11-26T23:00:00Z";

  private final SimulatedCampaign campaign = blackFriday();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CampaignMetrics metrics = new CampaignMetrics(registry, campaign::now);

  private void showAt(String time) {
    campaign.until(time);
    metrics.show(campaign.resource(), campaign.status());
  }

  private double gauge(String name) {
    return registry.get("personalize_operator_campaign_" + name).gauge().value();
  }

  @Test
  void wantedAndLiveCapacityPartWhileTheRaiseIsUnderWay() {
    showAt("2026-11-26T22:00:00Z");
    assertThat(gauge("wanted_min_tps")).isEqualTo(2);
    assertThat(gauge("live_min_tps")).isEqualTo(2);

    showAt("2026-11-26T22:31:00Z");
    assertThat(gauge("wanted_min_tps")).isEqualTo(200);
    assertThat(gauge("live_min_tps")).isEqualTo(2);

    showAt("2026-11-26T22:39:00Z");
    assertThat(gauge("live_min_tps")).isEqualTo(200);
  }

  @Test
  void theTimeUntilTheNextSpikeRunsDownBetweenTwoReports() {
    showAt("2026-11-26T21:00:00Z");
    assertThat(gauge("seconds_until_next_spike")).isEqualTo(7200);

    campaign.pass(Duration.ofMinutes(30));
    assertThat(gauge("seconds_until_next_spike")).isEqualTo(5400);
  }

  @Test
  void withoutASpikeToComeThereIsNoTimeUntilIt() {
    showAt("2026-11-29T00:00:00Z");
    assertThat(gauge("seconds_until_next_spike")).isNaN();
  }

  @Test
  void withoutACampaignThereIsNoLiveCapacity() {
    Campaign fresh = Manifests.read(Campaign.class, "metadata: {name: movies}\nstatus: {}");
    metrics.show(fresh, fresh.getStatus());
    assertThat(gauge("live_min_tps")).isNaN();
    assertThat(gauge("wanted_min_tps")).isNaN();
  }

  @Test
  void aSpikeInTimeIsNotLate() {
    showAt("2026-11-26T22:31:00Z");
    showAt(START);
    assertThat(gauge("spike_lateness_seconds")).isZero();
  }

  @Test
  void latenessGrowsUntilTheCapacityIsThereAndThenStands() {
    campaign.aws.takes(Duration.ofMinutes(40));
    showAt(START);
    campaign.pass(Duration.ofMinutes(5));
    assertThat(gauge("spike_lateness_seconds")).isEqualTo(300);

    showAt("2026-11-26T23:10:00Z");
    campaign.pass(Duration.ofHours(3));
    assertThat(gauge("spike_lateness_seconds")).isEqualTo(600);
  }

  @Test
  void theNextSpikeBeginsWithoutLateness() {
    SimulatedCampaign daily =
        new SimulatedCampaign(
            "2026-11-24T00:00:00Z",
            """
            minProvisionedTPS: 2
            spikes:
            - {name: daily, cron: "0 12 * * *", duration: 1h, minProvisionedTPS: 50}
            """);
    CampaignMetrics shown = new CampaignMetrics(registry, daily::now);
    daily.aws.takes(Duration.ofMinutes(40));
    for (String time : new String[] {"12:00", "12:10", "18:00"}) {
      shown.show(daily.resource(), daily.until("2026-11-24T" + time + ":00Z").status());
    }
    assertThat(gauge("spike_lateness_seconds")).isEqualTo(600);

    daily.aws.takes(Duration.ofMinutes(1));
    shown.show(daily.resource(), daily.until("2026-11-25T11:31:00Z").status());
    assertThat(gauge("spike_lateness_seconds")).isZero();
  }

  @Test
  void campaignsAreToldApartByNamespaceAndName() {
    showAt("2026-11-26T22:00:00Z");
    assertThat(registry.getMeters())
        .hasSize(4)
        .allSatisfy(meter -> assertThat(tag(meter, "name")).isEqualTo("movies"))
        .allSatisfy(meter -> assertThat(tag(meter, "namespace")).isEqualTo("default"));
  }

  private static String tag(Meter meter, String key) {
    return meter.getId().getTag(key);
  }

  @Test
  void aCampaignThatIsGoneIsNotShownAnyMore() {
    Campaign other = Manifests.read(Campaign.class, "metadata: {name: series}");
    metrics.show(other, campaign.status());
    showAt("2026-11-26T22:00:00Z");

    metrics.remove(campaign.resource());
    metrics.remove(campaign.resource());

    assertThat(registry.getMeters())
        .hasSize(4)
        .allSatisfy(meter -> assertThat(tag(meter, "name")).isEqualTo("series"));
  }
}
