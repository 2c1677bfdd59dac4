package io.personalizeoperator.spike;

import static io.personalizeoperator.spike.Spikes.lasting;
import static io.personalizeoperator.spike.Spikes.recurring;
import static io.personalizeoperator.spike.Spikes.suspended;
import static io.personalizeoperator.spike.Spikes.withLeadTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.Spike;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TPS-hours of a month, in which November has 720 hours. */
class CapacityCostTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Test
  void withoutWindowsTheBaseIsProvisionedAllMonth() {
    CapacityCost cost = cost(2, suspended(lasting("a", "2026-11-27T00:00Z", "4h", "UTC", 9)));
    assertThat(cost.tpsHours()).isEqualTo(2 * 720);
    assertThat(cost.spikes()).isEmpty();
  }

  @Test
  void theLeadTimeIsPaidForToo() {
    CapacityCost cost = cost(2, lasting("a", "2026-11-27T00:00Z", "4h", "UTC", 12));
    assertThat(hours(cost)).containsExactly(45.0);
    assertThat(cost.tpsHours()).isEqualTo(2 * 720 + 45);
  }

  @Test
  void theHighestOfOverlappingSpikesHasTheWholeDifference() {
    CapacityCost cost =
        cost(
            2,
            now(lasting("day", "2026-11-27T00:00Z", "24h", "UTC", 12)),
            now(lasting("launch", "2026-11-27T20:00Z", "2h", "UTC", 102)),
            now(lasting("same", "2026-11-27T20:00Z", "2h", "UTC", 102)),
            now(lasting("below", "2026-11-01T00:00Z", "720h", "UTC", 2)));
    assertThat(hours(cost)).containsExactly(22 * 10.0, 2 * 100.0, 0.0, 0.0);
    assertThat(cost.tpsHours()).isEqualTo(2 * 720 + 220 + 200);
  }

  @Test
  void onlyWhatLiesInTheMonthCountsToTheSecond() {
    CapacityCost cost =
        cost(
            0,
            now(lasting("before", "2026-10-31T23:00Z", "1h1s", "UTC", 7)),
            now(lasting("after", "2026-11-30T23:59:58Z", "744h", "UTC", 1)),
            now(lasting("elsewhen", "2026-12-30T00:00Z", "4h", "UTC", 1)));
    assertThat(cost.spikes())
        .extracting(CapacityCost.SpikeCost::tpsSeconds)
        .containsExactly(7L, 2L, 0L);
  }

  @Test
  void windowsOfOneSpikeThatOverlapCountOnce() {
    assertThat(hours(cost(1, now(recurring("always", "* * * * *", "744h", "UTC", 2)))))
        .containsExactly(720.0);
    assertThat(hours(cost(1, recurring("hourly", "0 * * * *", "30m", "UTC", 2))))
        .containsExactly(720.0);
    assertThat(hours(cost(1, now(recurring("hourly", "0 * * * *", "30m", "UTC", 2)))))
        .containsExactly(360.0);
    assertThat(hours(cost(1, recurring("fridays", "0 20 * * FRI", "4h", "Europe/Madrid", 3))))
        .containsExactly(4 * 4.5 * 2);
  }

  private static Spike now(Spike spike) {
    return withLeadTime(spike, "0m");
  }

  private static CapacityCost cost(int base, Spike... spikes) {
    return CapacityCost.of(
        SpikeCalendar.of(List.of(spikes)),
        base,
        LearnedLeadTime.NONE.plus(Duration.ofMinutes(5)),
        NOVEMBER);
  }

  private static List<Double> hours(CapacityCost cost) {
    return cost.spikes().stream().map(CapacityCost.SpikeCost::tpsHours).toList();
  }
}
