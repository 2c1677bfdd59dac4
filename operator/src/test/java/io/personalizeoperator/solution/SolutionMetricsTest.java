package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus sees of a solution. */
class SolutionMetricsTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final SimulatedSolution solution =
      new SimulatedSolution(
          "{schedules: [{name: daily, mode: FULL, cron: '0 3 * * *'}]}", START, 1);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SolutionMetrics metrics = new SolutionMetrics(registry, () -> solution.now);

  private void showAt(String time) {
    solution.runUntil(Instant.parse(time));
    metrics.show(solution.solution, solution.solution.getStatus());
  }

  private double gauge(String name, String... tags) {
    return registry.get("personalize_operator_solution_" + name).tags(tags).gauge().value();
  }

  @Test
  void timesAndHoursAndMissedTicksAreShown() {
    showAt("2026-11-26T12:00:00Z");
    assertThat(gauge("last_training_timestamp_seconds"))
        .isEqualTo(Instant.parse("2026-11-26T03:00:00Z").getEpochSecond());
    assertThat(gauge("next_training_timestamp_seconds"))
        .isEqualTo(Instant.parse("2026-11-27T03:00:00Z").getEpochSecond());
    assertThat(gauge("month_training_seconds")).isEqualTo(3 * 2 * 3600);
    assertThat(gauge("missed_ticks")).isZero();

    solution.step(Duration.ofHours(48));
    metrics.show(solution.solution, solution.solution.getStatus());
    assertThat(gauge("missed_ticks")).isEqualTo(2);
  }

  @Test
  void aNewMonthHasCostNothing() {
    showAt("2026-11-30T12:00:00Z");
    assertThat(gauge("month_training_seconds")).isPositive();
    solution.now = Instant.parse("2026-12-01T00:00:00Z");
    assertThat(gauge("month_training_seconds")).isZero();
  }

  @Test
  void theOfflineMetricsOfThePromotedAndTheNewestVersionStandSideBySide() {
    solution.metrics = Map.of("precision_at_10", 0.2, "coverage", 0.5);
    showAt("2026-11-25T01:00:00Z");
    assertThat(gauge("offline_metric", "version", "promoted", "metric", "coverage")).isEqualTo(0.5);

    solution.metrics = Map.of("precision_at_10", 0.1);
    showAt("2026-11-25T04:00:00Z");
    assertThat(gauge("offline_metric", "version", "newest", "metric", "precision_at_10"))
        .isEqualTo(0.1);
    assertThat(registry.getMeters()).hasSize(4 + 2);
  }

  @Test
  void aSolutionThatIsGoneIsShownNoMore() {
    solution.metrics = Map.of("precision_at_10", 0.2);
    showAt("2026-11-25T01:00:00Z");
    assertThat(registry.getMeters()).isNotEmpty();
    metrics.remove(solution.solution);
    assertThat(registry.getMeters()).isEmpty();
  }
}
