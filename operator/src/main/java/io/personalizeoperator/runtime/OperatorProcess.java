package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.campaign.CampaignReconciler;
import io.personalizeoperator.campaign.CapacityRules;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.clock.SimulatedClock;
import io.personalizeoperator.clock.SystemClock;
import io.personalizeoperator.clock.SystemScheduler;
import io.personalizeoperator.config.OperatorOptions;
import io.personalizeoperator.dataset.DatasetReconciler;
import io.personalizeoperator.datasetgroup.DatasetGroupReconciler;
import io.personalizeoperator.datasetimport.DatasetImportReconciler;
import io.personalizeoperator.filter.FilterReconciler;
import io.personalizeoperator.ratelimit.RateLimiter;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;
import io.personalizeoperator.reconcile.ResourceGraph;
import io.personalizeoperator.reconcile.StartGate;
import io.personalizeoperator.schema.SchemaReconciler;
import io.personalizeoperator.solution.SolutionReconciler;
import io.personalizeoperator.status.EventRecorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole operator, wired together from its options. */
public final class OperatorProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);
  private static final int RETRY_SECONDS = 2;
  private static final Duration RETRY_LIMIT = Duration.ofMinutes(1);

  /** Well within Kubernetes' 30 seconds: passes end what they have begun. */
  private static final Duration TIME_TO_FINISH = Duration.ofSeconds(20);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private HttpEndpoints http;
  private volatile boolean stopping;

  private OperatorProcess() {}

  private void run(OperatorOptions options, KubernetesClient client) {
    closing(client);
    OperatorClock clock = clock(options);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    http = closing(new HttpEndpoints(options.port(), meters));
    EventRecorder events = closing(new EventRecorder(client, new SystemClock()));
    PassExecutor passes = new PassExecutor();
    SystemScheduler scheduler = closing(new SystemScheduler());
    RateLimiter limiter =
        new RateLimiter(
            options.requestsPerSecond(),
            clock,
            scheduler,
            passes::submitFirst,
            sweep -> Thread.ofVirtual().name("sweep").start(sweep));
    AwsConnection connection =
        closing(new AwsConnection(options.region(), options.endpoint(), limiter, meters));
    Alarms alarms = closing(new Alarms(clock, scheduler));
    AccountView account = new AccountView(connection, clock, alarms, options.sweepInterval());
    StartGate gate = new StartGate();
    ResourceGraph graph = new ResourceGraph();
    String cluster = clusterId(options, client);
    ReconcilerDependencies dependencies =
        new ReconcilerDependencies(
            client,
            account,
            clock,
            alarms,
            events,
            graph,
            meters,
            gate,
            passes::yieldToWaiting,
            cluster);
    Operator operator =
        new Operator(
            configuration -> configure(configuration, options, client, passes, this::lostLead));
    register(operator, options, dependencies);
    closing(operator::stop);
    closing(limiter);
    closing(gate::close);
    operator.start();
    gate.open();
    graph.wakeAll();
    http.ready();
    LOG.info("Ready; metrics and health on port {}", http.port());
  }

  /** Another replica leads: this process ends at once, so that two never act. */
  private void lostLead() {
    if (!stopping) {
      LOG.error("The lease was lost; the process ends and starts anew");
      Runtime.getRuntime().halt(1);
    }
  }

  /**
   * Starts the operator with cluster access as kubectl finds it.
   *
   * @param options the options
   */
  public static OperatorProcess start(OperatorOptions options) {
    return start(
        options, new KubernetesClientBuilder().withConfig(Config.autoConfigure(null)).build());
  }

  /**
   * Starts the operator on a client, which it closes at its end.
   *
   * @param options the options
   * @param client access to the cluster
   */
  public static OperatorProcess start(OperatorOptions options, KubernetesClient client) {
    OperatorProcess process = new OperatorProcess();
    try {
      process.run(options, client);
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Port of metrics and health. */
  public int port() {
    return http.port();
  }

  /** Stops: passes under way end first. */
  @Override
  public void close() {
    stopping = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("Stopping went on after: {}", e.toString());
      }
    }
  }

  private <T extends AutoCloseable> T closing(T part) {
    parts.push(part);
    return part;
  }

  private OperatorClock clock(OperatorOptions options) {
    return options
        .simulatedClock()
        .<OperatorClock>map(url -> closing(new SimulatedClock(url)))
        .orElseGet(SystemClock::new);
  }

  private static String clusterId(OperatorOptions options, KubernetesClient client) {
    return options.clusterId().orElseGet(() -> uidOfKubeSystem(client));
  }

  private static String uidOfKubeSystem(KubernetesClient client) {
    try {
      return client.namespaces().withName("kube-system").get().getMetadata().getUid();
    } catch (KubernetesClientException e) {
      throw new IllegalStateException(
          "The namespace kube-system cannot be read at %s: %s. Check KUBECONFIG and the operator's rights, or give --cluster-id."
              .formatted(client.getMasterUrl(), e.getMessage()),
          e);
    }
  }

  private static void configure(
      ConfigurationServiceOverrider configuration,
      OperatorOptions options,
      KubernetesClient client,
      ExecutorService passes,
      Runnable lostLead) {
    configuration
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withExecutorService(passes)
        .withResourceCloner(new MetadataCloner())
        .withUseSSAToPatchPrimaryResource(false)
        .withReconciliationTerminationTimeout(TIME_TO_FINISH)
        .withStopOnInformerErrorDuringStartup(true)
        .checkingCRDAndValidateLocalModel(false);
    if (options.leaderElection()) {
      var lease =
          LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration("personalize-operator")
              .withExitOnStopLeading(false)
              .withLeaderCallbacks(new LeaderCallbacks(() -> {}, lostLead, leader -> {}));
      options.leaderElectionNamespace().ifPresent(lease::withLeaseNamespace);
      configuration.withLeaderElectionConfiguration(lease.build());
    }
  }

  private static CapacityRules capacityRules(OperatorOptions options) {
    return new CapacityRules(options.maximumMinProvisionedTps(), options.pricePerTpsHour());
  }

  private static void register(
      Operator operator, OperatorOptions options, ReconcilerDependencies dependencies) {
    register(operator, options, new DatasetGroupReconciler(dependencies));
    register(operator, options, new SchemaReconciler(dependencies));
    register(operator, options, new DatasetReconciler(dependencies));
    register(operator, options, new DatasetImportReconciler(dependencies));
    register(operator, options, new SolutionReconciler(dependencies));
    register(operator, options, new CampaignReconciler(dependencies, capacityRules(options)));
    register(operator, options, new FilterReconciler(dependencies));
  }

  private static <R extends PersonalizeResource<?, ?>> void register(
      Operator operator, OperatorOptions options, LifecycleReconciler<R, ?> reconciler) {
    operator.register(
        reconciler,
        (ControllerConfigurationOverrider<R> controller) -> {
          Set<String> namespaces = options.watchNamespaces();
          if (!namespaces.isEmpty()) {
            controller.settingNamespaces(namespaces);
          }
          controller
              .withItemStore(new TrimmedItemStore<>())
              .withReconciliationMaxInterval(null)
              .withRetry(
                  new GenericRetry()
                      .setInitialInterval(Duration.ofSeconds(RETRY_SECONDS))
                      .setMaxInterval(RETRY_LIMIT.toMillis())
                      .withoutMaxAttempts());
        });
  }
}
