package io.personalizeoperator.runtime;

import io.javaoperatorsdk.operator.RuntimeInfo;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.health.ControllerHealthInfo;
import io.javaoperatorsdk.operator.health.EventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.Status;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Whether the controllers still hear of changes in Kubernetes; of an operator that is started. */
final class EventSourceHealth {
  private final RuntimeInfo operator;

  EventSourceHealth(RuntimeInfo operator) {
    this.operator = operator;
  }

  /** Informers and event sources that have ended for good, one line each. */
  List<String> stopped() {
    return lines(EventSourceHealth::stopped);
  }

  /** Informers that have no connection to the API server just now, one line each. */
  List<String> disconnected() {
    return lines(EventSourceHealth::disconnected);
  }

  private List<String> lines(BiFunction<String, EventSourceHealthIndicator, Stream<String>> of) {
    return !operator.isStarted()
        ? List.of()
        : operator.getRegisteredControllers().stream()
            .flatMap(
                controller ->
                    unhealthy(controller.getControllerHealthInfo())
                        .flatMap(source -> of.apply(source.getKey(), source.getValue()))
                        .map(line -> controller.getConfiguration().getName() + ": " + line))
            .sorted()
            .toList();
  }

  private static Stream<Map.Entry<String, EventSourceHealthIndicator>> unhealthy(
      ControllerHealthInfo health) {
    return health.unhealthyEventSources().entrySet().stream();
  }

  private static Stream<String> stopped(String name, EventSourceHealthIndicator source) {
    return source instanceof InformerWrappingEventSourceHealthIndicator<?> informers
        ? informers.informerHealthIndicators().values().stream()
            .filter(informer -> !informer.isRunning())
            .map(informer -> named(informer) + " has stopped")
        : Stream.of("event source " + name + " has stopped");
  }

  private static Stream<String> disconnected(String name, EventSourceHealthIndicator source) {
    return source instanceof InformerWrappingEventSourceHealthIndicator<?> informers
        ? informers.informerHealthIndicators().values().stream()
            .filter(informer -> informer.isRunning() && informer.getStatus() != Status.HEALTHY)
            .map(
                informer ->
                    named(informer)
                        + (informer.hasSynced() ? " has no watch" : " has not listed yet"))
        : Stream.empty();
  }

  private static String named(InformerHealthIndicator informer) {
    String namespace = informer.getTargetNamespace();
    return "informer of "
        + (namespace.equals(Constants.WATCH_ALL_NAMESPACES)
            ? "all namespaces"
            : "namespace " + namespace);
  }
}
