package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What Prometheus sees of the passes, by kind, never by resource. The framework's own Micrometer
 * metrics do not serve: they have no help texts, a histogram of 70 buckets for each controller, and
 * a label with the number of the retry, which has no end where retries have none.
 */
final class PassMetrics implements Metrics {
  private static final String PREFIX = "personalize_operator_";

  private final MeterRegistry registry;

  /**
   * Shows the executor at once, and a kind from when its controller is registered.
   *
   * @param registry what /metrics shows
   * @param passes runs the passes
   */
  PassMetrics(MeterRegistry registry, PassExecutor passes) {
    this.registry = registry;
    Gauge.builder(PREFIX + "passes_running", passes, PassExecutor::running)
        .description("Passes (reconciliations) that run now")
        .register(registry);
    Gauge.builder(PREFIX + "passes_queued", passes, PassExecutor::queued)
        .description("Passes (reconciliations) that wait for one of those that run to end")
        .register(registry);
  }

  @Override
  public void controllerRegistered(Controller<? extends HasMetadata> controller) {
    var cache = controller.getEventSourceManager().getControllerEventSource();
    Gauge.builder(PREFIX + "resources", () -> cache.keys().count())
        .description("Custom resources in the watched namespaces")
        .tag("kind", HasMetadata.getKind(controller.getConfiguration().getResourceClass()))
        .strongReference(true)
        .register(registry);
  }

  @Override
  public <T> T timeControllerExecution(ControllerExecution<T> execution) throws Exception {
    return Timer.builder(PREFIX + "pass_duration")
        .description("How long passes (reconciliations) took, with their calls to AWS")
        .tag("kind", kind(execution.metadata()))
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10))
        .register(registry)
        .recordCallable(execution::execute);
  }

  @Override
  public void failedReconciliation(
      HasMetadata resource, Exception exception, Map<String, Object> metadata) {
    Counter.builder(PREFIX + "pass_failures_total")
        .description("Passes (reconciliations) that ended with an error, and are retried")
        .tag("kind", kind(metadata))
        .register(registry)
        .increment();
  }

  private static String kind(Map<String, Object> metadata) {
    return ((GroupVersionKind) Objects.requireNonNull(metadata.get(Constants.RESOURCE_GVK_KEY)))
        .getKind();
  }
}
