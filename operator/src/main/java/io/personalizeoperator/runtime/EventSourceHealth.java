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
import java.util.stream.Stream;

/** Whether the controllers still hear of changes in Kubernetes. */
final class EventSourceHealth {
  private EventSourceHealth() {}

  /** The event sources and informers that do not work, one line each; the operator is started. */
  static List<String> faults(RuntimeInfo operator) {
    return operator.getRegisteredControllers().stream()
        .flatMap(
            controller ->
                faults(
                    controller.getConfiguration().getName(), controller.getControllerHealthInfo()))
        .sorted()
        .toList();
  }

  private static Stream<String> faults(String controller, ControllerHealthInfo health) {
    return health.unhealthyEventSources().entrySet().stream()
        .flatMap(source -> faults(controller, source));
  }

  private static Stream<String> faults(
      String controller, Map.Entry<String, EventSourceHealthIndicator> source) {
    return source.getValue() instanceof InformerWrappingEventSourceHealthIndicator<?> informers
        ? informers.informerHealthIndicators().values().stream()
            .filter(informer -> informer.getStatus() != Status.HEALTHY)
            .map(informer -> fault(controller, informer))
        : Stream.of("%s: event source %s does not run".formatted(controller, source.getKey()));
  }

  private static String fault(String controller, InformerHealthIndicator informer) {
    String what =
        !informer.isRunning()
            ? "has stopped"
            : !informer.hasSynced() ? "has not listed yet" : "has no watch";
    return "%s: informer of namespace %s %s"
        .formatted(controller, namespace(informer.getTargetNamespace()), what);
  }

  private static String namespace(String target) {
    return target.equals(Constants.WATCH_ALL_NAMESPACES) ? "* (all)" : target;
  }
}
