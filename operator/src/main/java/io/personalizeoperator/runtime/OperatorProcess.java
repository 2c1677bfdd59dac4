package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.OperatorException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.personalizeoperator.account.AccountView;
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
import io.personalizeoperator.reconcile.PublishedConfigMaps;
import io.personalizeoperator.reconcile.ReconcilerDependencies;
import io.personalizeoperator.reconcile.ResourceGraph;
import io.personalizeoperator.reconcile.StartGate;
import io.personalizeoperator.schema.SchemaReconciler;
import io.personalizeoperator.solution.SolutionReconciler;
import io.personalizeoperator.status.EventRecorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole operator, wired together from its options. */
public final class OperatorProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorProcess.class);
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private @Nullable HttpEndpoints http;
  private volatile boolean stopping;

  private OperatorProcess() {}

  private void run(OperatorOptions options, KubernetesClient client, ApiServerWait apiServer) {
    closing(client);
    OperatorClock clock = clock(options);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HealthChecks health = new HealthChecks();
    http = closing(new HttpEndpoints(options.port(), meters, health));
    String cluster = clusterId(options, client, apiServer);
    EventRecorder events = closing(new EventRecorder(client, instance(), new SystemClock()));
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
    PublishedConfigMaps configMaps =
        closing(new PublishedConfigMaps(client, options.watchNamespaces(), graph));
    ReconcilerDependencies dependencies =
        new ReconcilerDependencies(
            client,
            resource -> account,
            clock,
            alarms,
            events,
            graph,
            configMaps,
            meters,
            gate,
            passes,
            cluster);
    Operator operator =
        FrameworkSettings.operator(
            options, client, passes, new PassMetrics(meters, passes), this::lostLead);
    register(operator, options, dependencies);
    closing(() -> FrameworkSettings.stop(operator));
    closing(limiter);
    closing(gate::close);
    health.addVital("alarms and rate limit", () -> late(scheduler));
    health.addThread("Events", events::isAlive);
    health.addVital("sweeps", () -> overdue(account));
    health.add("ConfigMaps", configMaps::disconnected);
    configMaps.start();
    operator.start();
    EventSourceHealth sources = new EventSourceHealth(operator.getRuntimeInfo());
    health.addVital("controllers", sources::stopped);
    health.add("controllers", sources::disconnected);
    gate.open();
    graph.wakeAll();
    http.ready();
    LOG.info("Ready; metrics and health on port {}", http.port());
  }

  private static List<String> late(SystemScheduler scheduler) {
    return scheduler.isAlive() ? List.of() : List.of("the scheduler is a minute late");
  }

  private static List<String> overdue(AccountView account) {
    return account.overdueSweeps().stream().map(type -> "no sweep of " + type).toList();
  }

  /** Another replica leads: this process ends at once, so that two never act. */
  private void lostLead() {
    if (!stopping) {
      LOG.error("Lost the lease: exiting, to start again as a replica that waits for it");
      Runtime.getRuntime().halt(1);
    }
  }

  /**
   * Starts the operator with cluster access as kubectl finds it; waits for an API server that does
   * not answer.
   *
   * @param options the options
   * @param stop counted down when the process has to stop
   * @throws CancellationException when it has to stop before it has started
   */
  public static OperatorProcess start(OperatorOptions options, CountDownLatch stop) {
    return start(
        options,
        () -> new KubernetesClientBuilder().withConfig(Config.autoConfigure(null)).build(),
        stop);
  }

  /**
   * The same.
   *
   * @param clients makes the client of each try, which is closed at its end
   */
  public static OperatorProcess start(
      OperatorOptions options, Supplier<KubernetesClient> clients, CountDownLatch stop) {
    ApiServerWait apiServer = new ApiServerWait(time -> isReached(stop, time));
    for (int failures = 1; ; failures++) {
      KubernetesClient client = clients.get();
      try {
        return start(options, client, apiServer);
      } catch (OperatorException e) {
        // It answered, and then no more.
        if (!ApiServerWait.isAbsence(e)) {
          throw e;
        }
        apiServer.again(client, failures, e);
      }
    }
  }

  private static boolean isReached(CountDownLatch stop, Duration within) {
    try {
      return stop.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Starts the operator on a client, which it closes at its end.
   *
   * @param options the options
   * @param client access to the cluster
   */
  public static OperatorProcess start(OperatorOptions options, KubernetesClient client) {
    CountDownLatch never = new CountDownLatch(1);
    return start(options, client, new ApiServerWait(time -> isReached(never, time)));
  }

  private static OperatorProcess start(
      OperatorOptions options, KubernetesClient client, ApiServerWait apiServer) {
    OperatorProcess process = new OperatorProcess();
    try {
      process.run(options, client, apiServer);
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Why a start has failed: what was tried, and what the innermost cause says. */
  public static String reason(RuntimeException failure) {
    String tried = failure.getMessage();
    String cause = ApiServerWait.reason(failure);
    if (tried == null) {
      return cause;
    }
    return tried.contains(cause) ? tried : tried + ": " + cause;
  }

  /** Port of metrics and health. */
  public int port() {
    return Objects.requireNonNull(http).port();
  }

  /** Stops: passes under way end first. */
  @Override
  public void close() {
    stopping = true;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("Error while shutting down; continuing: {}", e.toString());
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

  /** The name of the pod: Kubernetes sets it as the host's. */
  private static String instance() {
    return Optional.ofNullable(System.getenv("HOSTNAME"))
        .filter(name -> !name.isBlank())
        .orElse("personalize-operator");
  }

  private static String clusterId(
      OperatorOptions options, KubernetesClient client, ApiServerWait apiServer) {
    Optional<String> given = options.clusterId();
    if (given.isPresent()) {
      apiServer.ask(client, ApiServerWait::isThere);
      return given.get();
    }
    try {
      return apiServer.ask(client, OperatorProcess::uidOfKubeSystem);
    } catch (KubernetesClientException e) {
      throw new IllegalStateException(
          "The namespace kube-system cannot be read at %s: %s. Check KUBECONFIG and the operator's rights, or set --cluster-id."
              .formatted(client.getMasterUrl(), e.getMessage()),
          e);
    }
  }

  private static String uidOfKubeSystem(KubernetesClient client) {
    return client.namespaces().withName("kube-system").get().getMetadata().getUid();
  }

  private static CapacityRules capacityRules(OperatorOptions options) {
    return new CapacityRules(options.maximumMinProvisionedTps(), options.pricePerTpsHour());
  }

  private static void register(
      Operator operator, OperatorOptions options, ReconcilerDependencies dependencies) {
    Consumer<LifecycleReconciler<?, ?>> register =
        reconciler -> FrameworkSettings.register(operator, options, reconciler);
    register.accept(new DatasetGroupReconciler(dependencies));
    register.accept(new SchemaReconciler(dependencies));
    register.accept(new DatasetReconciler(dependencies));
    register.accept(new DatasetImportReconciler(dependencies));
    register.accept(new SolutionReconciler(dependencies));
    register.accept(new CampaignReconciler(dependencies, capacityRules(options)));
    register.accept(new FilterReconciler(dependencies));
  }
}
