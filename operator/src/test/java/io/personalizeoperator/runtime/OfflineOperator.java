package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RuntimeInfo;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceAction;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceEvent;
import io.javaoperatorsdk.operator.processing.event.source.timer.TimerEventSource;
import io.personalizeoperator.api.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The framework itself with one controller, of Schemas, and no API server: the test fills the cache
 * and wakes.
 */
final class OfflineOperator implements AutoCloseable {
  static final String NAMESPACE = "offline";

  private final TrimmedItemStore<Schema> cache = new TrimmedItemStore<>();
  private final WakeUp wakeUps = new WakeUp();
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(nowhere()).build();
  private final Operator operator;

  /**
   * Starts.
   *
   * @param passes runs the passes
   * @param metrics hears of them
   * @param pass what a pass does
   */
  OfflineOperator(PassExecutor passes, Metrics metrics, Consumer<Schema> pass) {
    operator =
        new Operator(
            configuration ->
                configuration
                    .withKubernetesClient(client)
                    .withExecutorService(passes)
                    .withMetrics(metrics)
                    .withResourceCloner(new MetadataCloner())
                    .withStopOnInformerErrorDuringStartup(false)
                    .withCacheSyncTimeout(Duration.ofMillis(1))
                    .withReconciliationTerminationTimeout(Duration.ZERO)
                    .checkingCRDAndValidateLocalModel(false));
    operator.register(
        new Passes(pass),
        (ControllerConfigurationOverrider<Schema> controller) ->
            controller.settingNamespace(NAMESPACE).withItemStore(cache));
    operator.start();
  }

  private static Config nowhere() {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("http://127.0.0.1:1")
        .withRequestRetryBackoffLimit(0)
        .build();
  }

  /** A resource is there from now on; it is woken too. */
  void add(String name, long generation) {
    Schema schema = new Schema();
    schema.getMetadata().setNamespace(NAMESPACE);
    schema.getMetadata().setName(name);
    schema.getMetadata().setGeneration(generation);
    cache.put(cache.getKey(schema), schema);
    wake(name);
  }

  /** An event of a resource, on the caller's thread. */
  void wake(String name) {
    wakeUps.wake(cache.get(NAMESPACE + "/" + name));
  }

  /** Ends the timer that wakes resources for another try, as a fault would. */
  void endRetries() {
    operator.getRegisteredControllers().stream()
        .map(Controller.class::cast)
        .flatMap(OfflineOperator::sources)
        .filter(TimerEventSource.class::isInstance)
        .forEach(EventSource::stop);
  }

  private static Stream<EventSource<?, ?>> sources(Controller<?> controller) {
    return controller.getEventSourceManager().allEventSources().stream().map(source -> source);
  }

  RuntimeInfo info() {
    return operator.getRuntimeInfo();
  }

  @Override
  public void close() {
    operator.stop();
    client.close();
  }

  private static final class WakeUp extends AbstractEventSource<Schema, Schema> {
    WakeUp() {
      super(Schema.class, "wake-ups");
    }

    void wake(Schema schema) {
      getEventHandler()
          .handleEvent(
              new ResourceEvent(ResourceAction.UPDATED, ResourceID.fromResource(schema), schema));
    }

    @Override
    public Set<Schema> getSecondaryResources(Schema primary) {
      return Set.of();
    }
  }

  @ControllerConfiguration(name = "schema")
  private final class Passes implements Reconciler<Schema> {
    private final Consumer<Schema> pass;

    Passes(Consumer<Schema> pass) {
      this.pass = pass;
    }

    @Override
    public List<EventSource<?, Schema>> prepareEventSources(EventSourceContext<Schema> context) {
      return List.of(wakeUps);
    }

    @Override
    public UpdateControl<Schema> reconcile(Schema schema, Context<Schema> context) {
      pass.accept(schema);
      return UpdateControl.noUpdate();
    }
  }
}
