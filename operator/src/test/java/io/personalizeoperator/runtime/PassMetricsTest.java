package io.personalizeoperator.runtime;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassMetricsTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final PassExecutor passes = new PassExecutor();
  private final PassMetrics metrics = new PassMetrics(registry, passes);

  private List<String> lines() {
    return registry.scrape().lines().toList();
  }

  @Test
  void passesAreCountedAndTimedByKindAndNeverByResource() {
    try (OfflineOperator operator = new OfflineOperator(passes, metrics, schema -> {})) {
      operator.add("movies-1", 1);
      operator.add("movies-2", 1);
      await()
          .until(
              () ->
                  lines()
                      .contains(
                          "personalize_operator_pass_duration_seconds_count{kind=\"Schema\"} 2"));

      assertThat(lines()).noneMatch(line -> line.contains("movies"));
      assertThat(lines())
          .contains(
              "personalize_operator_passes_queued 0.0",
              "personalize_operator_resources{kind=\"Schema\"} 2.0");
    }
  }

  @Test
  void aPassThatFailsIsCounted() {
    try (OfflineOperator operator =
        new OfflineOperator(
            passes,
            metrics,
            schema -> {
              throw new IllegalStateException("on purpose");
            })) {
      operator.add("one", 1);
      await()
          .until(
              () ->
                  lines().stream()
                      .anyMatch(
                          line ->
                              line.startsWith(
                                  "personalize_operator_pass_failures_total{kind=\"Schema\"}")));
    }
  }
}
