package io.personalizeoperator.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The operator's options. Each is also an environment variable: {@code PERSONALIZE_OPERATOR_} and
 * the option's name in capitals with underscores. A flag takes precedence.
 */
@Command(
    name = "personalize-operator",
    description = "Manages Amazon Personalize from Kubernetes custom resources.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = OperatorVersion.class,
    footer = {
      "",
      "Each option can also be set by an environment variable: PERSONALIZE_OPERATOR_ and the option's"
          + " name in capitals, such as PERSONALIZE_OPERATOR_WATCH_NAMESPACES. An option on the"
          + " command line takes precedence. AWS credentials come from the AWS SDK's default chain,"
          + " cluster access from KUBECONFIG or the pod's service account."
    })
public final class OperatorOptions {
  @Option(
      names = "--watch-namespaces",
      split = ",",
      paramLabel = "NAMESPACE",
      description = "Namespaces to watch, separated by commas. Default: all.")
  private Set<String> watchNamespaces = Set.of();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "AWS region. Default: from the AWS SDK's default chain (AWS_REGION, profile).")
  private @Nullable String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Endpoint of Amazon Personalize, such as a simulator's. Default: AWS's own.")
  private @Nullable URI endpoint;

  @Option(
      names = "--cluster-id",
      paramLabel = "ID",
      description =
          "ID that the owner's tags carry, to distinguish clusters in one AWS account. Default: the"
              + " UID of the namespace kube-system.")
  private @Nullable String clusterId;

  @Option(
      names = "--leader-election",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      defaultValue = "false",
      description =
          "Run several replicas of which one, the leader, is active. Default: ${DEFAULT-VALUE}.")
  private boolean leaderElection;

  @Option(
      names = "--leader-election-namespace",
      paramLabel = "NAMESPACE",
      description = "Namespace of the leader election's lease. Default: the operator's own.")
  private @Nullable String leaderElectionNamespace;

  @Option(
      names = "--sweep-interval",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      description =
          "How often to list the account's resources to detect drift, as an ISO 8601 duration."
              + " Default: ${DEFAULT-VALUE}.")
  private Duration sweepInterval;

  @Option(
      names = "--requests-per-second",
      paramLabel = "N",
      defaultValue = "10",
      description = "Maximum number of calls to AWS per second. Default: ${DEFAULT-VALUE}.")
  private double requestsPerSecond;

  @Option(
      names = "--maximum-min-provisioned-tps",
      paramLabel = "TPS",
      defaultValue = "500",
      description =
          "Maximum minProvisionedTPS of a campaign that sets no maximum of its own: limits what a"
              + " typing mistake can cost. Default: ${DEFAULT-VALUE}, AWS's quota of requests per"
              + " second for a campaign.")
  private int maximumMinProvisionedTps;

  @Option(
      names = "--price-per-tps-hour",
      paramLabel = "PRICE",
      description =
          "Price of a TPS-hour, to show costs in money. Default: costs are not shown in money.")
  private @Nullable Double pricePerTpsHour;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Port of /metrics, /healthz and /readyz; 0 selects a free port. Default:"
              + " ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Format of the log on standard error. Default: ${DEFAULT-VALUE}.")
  private LogFormat logFormat;

  @Option(
      names = "--simulated-clock",
      paramLabel = "URL",
      description =
          "Simulator whose clock to follow, with all waits scaled to its speed: for demonstrations"
              + " and tests.")
  private @Nullable URI simulatedClock;

  /** Namespaces to watch; empty means all. */
  public Set<String> watchNamespaces() {
    return watchNamespaces;
  }

  /** AWS region, if one is given. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Endpoint in place of AWS's own. */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** Id of the cluster, if one is given. */
  public Optional<String> clusterId() {
    return Optional.ofNullable(clusterId);
  }

  /** Whether one of several replicas works. */
  public boolean leaderElection() {
    return leaderElection;
  }

  /** Namespace of the lease, if one is given. */
  public Optional<String> leaderElectionNamespace() {
    return Optional.ofNullable(leaderElectionNamespace);
  }

  /** How often the account is listed. */
  public Duration sweepInterval() {
    return sweepInterval;
  }

  /** Most calls to AWS a second. */
  public double requestsPerSecond() {
    return requestsPerSecond;
  }

  /** Most minProvisionedTPS of a campaign without a maximum of its own. */
  public int maximumMinProvisionedTps() {
    return maximumMinProvisionedTps;
  }

  /** Price of a TPS-hour, if costs are to be shown in money. */
  public OptionalDouble pricePerTpsHour() {
    return pricePerTpsHour == null ? OptionalDouble.empty() : OptionalDouble.of(pricePerTpsHour);
  }

  /** Port of metrics and health; 0 takes a free one. */
  public int port() {
    return port;
  }

  /** Form of the log lines. */
  public LogFormat logFormat() {
    return logFormat;
  }

  /** Simulator whose clock is followed. */
  public Optional<URI> simulatedClock() {
    return Optional.ofNullable(simulatedClock);
  }

  /**
   * What is wrong with the values, if anything.
   *
   * @return a message that names the option
   */
  public Optional<String> problem() {
    if (!(requestsPerSecond > 0)) {
      return Optional.of("--requests-per-second must be greater than 0");
    }
    if (sweepInterval.isNegative() || sweepInterval.isZero()) {
      return Optional.of("--sweep-interval must be greater than zero, such as PT5M");
    }
    if (maximumMinProvisionedTps < 1) {
      return Optional.of("--maximum-min-provisioned-tps must be at least 1");
    }
    if (pricePerTpsHour != null && !(pricePerTpsHour >= 0)) {
      return Optional.of("--price-per-tps-hour must be 0 or greater");
    }
    if (port < 0 || port > 65535) {
      return Optional.of("--port must be between 0 and 65535");
    }
    return Optional.empty();
  }
}
