package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.config.OperatorOptions;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** How Java Operator SDK is set up, for all kinds alike. */
final class FrameworkSettings {
  private static final int RETRY_SECONDS = 2;
  private static final Duration RETRY_LIMIT = Duration.ofMinutes(1);

  /** Well within Kubernetes' 30 seconds: passes end what they have begun. */
  private static final Duration TIME_TO_FINISH = Duration.ofSeconds(20);

  private FrameworkSettings() {}

  /**
   * The framework's operator, without any kind yet.
   *
   * @param passes runs the passes
   * @param metrics hears of the passes
   * @param lostLead is run when another replica leads
   */
  static Operator operator(
      OperatorOptions options,
      KubernetesClient client,
      ExecutorService passes,
      Metrics metrics,
      Runnable lostLead) {
    return new Operator(
        configuration -> {
          configuration
              .withKubernetesClient(client)
              .withCloseClientOnStop(false)
              .withExecutorService(passes)
              .withMetrics(new AggregatedMetrics(List.of(metrics, new PassLogging())))
              .withResourceCloner(new MetadataCloner())
              .withUseSSAToPatchPrimaryResource(false)
              .withReconciliationTerminationTimeout(TIME_TO_FINISH)
              .withStopOnInformerErrorDuringStartup(true)
              .checkingCRDAndValidateLocalModel(false);
          if (options.leaderElection()) {
            electLeader(configuration, options, lostLead);
          }
        });
  }

  private static void electLeader(
      ConfigurationServiceOverrider configuration, OperatorOptions options, Runnable lostLead) {
    var lease =
        LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration("personalize-operator")
            .withExitOnStopLeading(false)
            .withLeaderCallbacks(new LeaderCallbacks(() -> {}, lostLead, leader -> {}));
    options.leaderElectionNamespace().ifPresent(lease::withLeaseNamespace);
    configuration.withLeaderElectionConfiguration(lease.build());
  }

  /**
   * Stops the operator; also one whose start has failed, of which the framework leaves informers.
   */
  static void stop(Operator operator) {
    if (!operator.getRuntimeInfo().isStarted()) {
      operator.getRegisteredControllers().stream()
          .filter(Controller.class::isInstance)
          .forEach(controller -> ((Controller<?>) controller).stop());
    }
    operator.stop();
  }

  /** Adds a kind; before the operator starts. */
  static <R extends PersonalizeResource<?, ?>> void register(
      Operator operator, OperatorOptions options, LifecycleReconciler<R, ?> reconciler) {
    operator.register(
        reconciler,
        (ControllerConfigurationOverrider<R> controller) -> {
          watch(controller, options.watchNamespaces());
          controller
              .withReconciliationMaxInterval(null)
              .withRetry(
                  new GenericRetry()
                      .setInitialInterval(Duration.ofSeconds(RETRY_SECONDS))
                      .setMaxInterval(RETRY_LIMIT.toMillis())
                      .withoutMaxAttempts());
        });
  }

  /**
   * The framework has an informer for each namespace, but hands one and the same store to all, and
   * an informer that lists removes from its store what is not in its list: with a store of ours,
   * each namespace would take the resources of the others out of sight.
   */
  private static <R extends PersonalizeResource<?, ?>> void watch(
      ControllerConfigurationOverrider<R> controller, Set<String> namespaces) {
    if (!namespaces.isEmpty()) {
      controller.settingNamespaces(namespaces);
    }
    if (namespaces.size() <= 1) {
      controller.withItemStore(new TrimmedItemStore<>());
    }
  }
}
