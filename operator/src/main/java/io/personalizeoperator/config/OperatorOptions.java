package io.personalizeoperator.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The operator's options. Each is also an environment variable: {@code PERSONALIZE_OPERATOR_} and
 * the option's name in capitals with underscores. A flag goes before its variable.
 */
@Command(
    name = "personalize-operator",
    description = "Manages Amazon Personalize from Kubernetes custom resources.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = OperatorVersion.class,
    footer = {
      "",
      "Each option is also an environment variable: PERSONALIZE_OPERATOR_ and the option's name in"
          + " capitals, such as PERSONALIZE_OPERATOR_WATCH_NAMESPACES. Credentials come from the"
          + " AWS SDK's default chain, cluster access from KUBECONFIG or the pod's service account."
    })
public final class OperatorOptions {
  @Option(
      names = "--watch-namespaces",
      split = ",",
      paramLabel = "NAMESPACE",
      description = "Namespaces to watch, divided by commas. Default: all.")
  private Set<String> watchNamespaces = Set.of();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "AWS region. Default: as the AWS SDK finds it.")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Endpoint in place of AWS's own, such as a simulator's.")
  private URI endpoint;

  @Option(
      names = "--cluster-id",
      paramLabel = "ID",
      description =
          "Tells this cluster's resources from those of others in the same account. Default: the UID"
              + " of the namespace kube-system.")
  private String clusterId;

  @Option(
      names = "--leader-election",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Lets one of several replicas work. Default: ${DEFAULT-VALUE}.")
  private boolean leaderElection;

  @Option(
      names = "--leader-election-namespace",
      paramLabel = "NAMESPACE",
      description = "Namespace of the lease. Default: the operator's own.")
  private String leaderElectionNamespace;

  @Option(
      names = "--sweep-interval",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      description =
          "How often the account's resources are listed to see drift, as an ISO duration. Default:"
              + " ${DEFAULT-VALUE}.")
  private Duration sweepInterval;

  @Option(
      names = "--requests-per-second",
      paramLabel = "N",
      defaultValue = "10",
      description = "Most calls to AWS a second. Default: ${DEFAULT-VALUE}.")
  private double requestsPerSecond;

  @Option(
      names = "--maximum-min-provisioned-tps",
      paramLabel = "TPS",
      defaultValue = "500",
      description =
          "Most minProvisionedTPS of a campaign that gives no maximum of its own: what a typing"
              + " mistake can cost. Default: ${DEFAULT-VALUE}, AWS's quota of requests a second per"
              + " campaign.")
  private int maximumMinProvisionedTps;

  @Option(
      names = "--price-per-tps-hour",
      paramLabel = "PRICE",
      description = "Price of a TPS-hour, to show costs in money. Default: none are shown.")
  private Double pricePerTpsHour;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Port of /metrics, /healthz and /readyz; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Form of the log lines. Default: ${DEFAULT-VALUE}.")
  private LogFormat logFormat;

  @Option(
      names = "--simulated-clock",
      paramLabel = "URL",
      description =
          "Follows the clock of the simulator at this URL, now and speed, all waits scaled: for"
              + " demonstrations and tests.")
  private URI simulatedClock;

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
      return Optional.of("--requests-per-second has to be above 0");
    }
    if (sweepInterval.isNegative() || sweepInterval.isZero()) {
      return Optional.of("--sweep-interval has to be above zero, such as PT5M");
    }
    if (maximumMinProvisionedTps < 1) {
      return Optional.of("--maximum-min-provisioned-tps has to be at least 1");
    }
    if (pricePerTpsHour != null && !(pricePerTpsHour >= 0)) {
      return Optional.of("--price-per-tps-hour has to be 0 or more");
    }
    if (port < 0 || port > 65535) {
      return Optional.of("--port has to be from 0 to 65535");
    }
    return Optional.empty();
  }
}
