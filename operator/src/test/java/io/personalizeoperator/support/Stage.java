package io.personalizeoperator.support;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.personalizeoperator.simulator.Simulator;
import io.personalizeoperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * Where one test plays: a namespace of the real API server, an Amazon Personalize simulator, and an
 * operator between the two, none shared with other tests. Time runs 600 times as fast as the
 * machine's, and AWS does everything at once, until a test says otherwise.
 */
public final class Stage implements AutoCloseable {
  public static final String REGION = "eu-west-1";

  private static final Duration BEFORE_A_MOMENT = Duration.ofSeconds(20);

  static {
    System.setProperty("aws.accessKeyId", "AKIATEST");
    System.setProperty("aws.secretAccessKey", "secret");
    System.setProperty("aws.disableEc2Metadata", "true");
  }

  private final RealApiServer server;
  private final String namespace = "test-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
  private final Cluster cluster;
  private Simulator simulator;
  private Cloud cloud;
  private RunningOperator operator;

  Stage(RealApiServer server) {
    this.server = server;
    server
        .client()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    this.cluster = new Cluster(server.client(), namespace);
    simulate(SimulatorOptions.forTests());
  }

  /** Starts anew in AWS, with files that imports read; before anything else. */
  public Stage withData(Path directory) {
    closeSimulator();
    simulate(SimulatorOptions.forTests().withData(directory));
    return this;
  }

  private void simulate(SimulatorOptions options) {
    try {
      simulator = Simulator.start(options.withClock(Instant.parse("2026-11-24T10:00:00Z"), 600));
      cloud = new Cloud(simulator);
      cloud.takesNoTime();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The namespace, as the test sees it. */
  public Cluster cluster() {
    return cluster;
  }

  /** The account, as the test sees and disturbs it. */
  public Cloud cloud() {
    return cloud;
  }

  /** Where the simulator answers. */
  public URI endpoint() {
    return simulator.endpoint();
  }

  /** Another client of the account than the operator's. */
  public PersonalizeClient aws() {
    return cloud.client();
  }

  /** Kubernetes, as an administrator. */
  public KubernetesClient kubernetes() {
    return server.client();
  }

  /** The test's namespace. */
  public String namespace() {
    return namespace;
  }

  /**
   * Starts the operator; options given here go before those that all tests use, and the value none
   * leaves one out.
   */
  public Stage startOperator(String... options) {
    operator = new RunningOperator(server, List.of(operatorArguments(options)));
    return this;
  }

  /** The command line of such an operator. */
  public String[] operatorArguments(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    addDefault(arguments, "--watch-namespaces", namespace);
    addDefault(arguments, "--cluster-id", "cluster-of-tests");
    addDefault(arguments, "--region", REGION);
    addDefault(arguments, "--endpoint", simulator.endpoint().toString());
    addDefault(arguments, "--simulated-clock", simulator.endpoint().toString());
    addDefault(arguments, "--port", "0");
    arguments.removeIf(argument -> argument.endsWith("=none"));
    return arguments.toArray(String[]::new);
  }

  /** The operator as a process of its own, with the same options; it reads this kubeconfig. */
  public OperatorJvm startProcess(Path kubeconfig, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    addDefault(arguments, "--watch-namespaces", namespace);
    addDefault(arguments, "--region", REGION);
    addDefault(arguments, "--endpoint", simulator.endpoint().toString());
    addDefault(arguments, "--port", "0");
    return OperatorJvm.start(kubeconfig, arguments);
  }

  /** Access to the API server, as a file has it. */
  public String kubeconfig() {
    return server.kubeconfig();
  }

  /** A way to the API server that the test can cut; closed at first. */
  public ApiServerGate apiServerGate() {
    return new ApiServerGate(URI.create(server.client().getMasterUrl().toString()));
  }

  /** Access to the API server through a gate, as a file has it. */
  public String kubeconfig(ApiServerGate gate) {
    return kubeconfig().replaceAll("(https://[^:]+):[0-9]+", "$1:" + gate.port());
  }

  private static void addDefault(List<String> arguments, String option, String value) {
    if (arguments.stream().noneMatch(argument -> argument.startsWith(option + "="))) {
      arguments.add(option + "=" + value);
    }
  }

  /**
   * Time runs as the machine's from now on, and the operator, which is started again, knows it: it
   * learns of another speed with a delay, in which moments that it waits are over at once.
   */
  public void inRealTime() {
    stopOperator();
    cloud.speed(1);
    startOperator();
  }

  /** Stops the operator as Kubernetes does. */
  public Stage stopOperator() {
    operator.close();
    operator = null;
    return this;
  }

  /** Ends the operator as a kill does: nothing more is told to Kubernetes. */
  public Stage crashOperator() {
    operator.crash();
    operator = null;
    return this;
  }

  /** The operator cannot write statuses from now on, as if it were killed just before each. */
  public void loseStatuses() {
    operator.loseStatuses();
  }

  /** The operator's writes to Kubernetes so far, such as {@code POST /api/v1/…/configmaps}. */
  public List<String> kubernetesWrites() {
    return operator.writes();
  }

  /** The API server takes no status and refuses none, until it is to be quick again. */
  public void apiServerIsSlow(boolean slow) {
    if (slow) {
      operator.holdStatuses();
    } else {
      operator.releaseStatuses();
    }
  }

  /** Waits until a pass has ended whose status was lost. */
  public void awaitLostStatus() {
    operator.awaitLostStatus();
  }

  /** What was reported of these is lost, as after a move to another cluster. */
  public void forgetStatus(Sample... samples) {
    for (Sample sample : samples) {
      cluster.clearStatus(sample);
    }
  }

  /** Port of the operator's metrics and health. */
  public int operatorPort() {
    return operator.port();
  }

  /** The sum of the operator's metric over all its labels; 0 when it has none of that name. */
  public double metric(String name) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI metrics = URI.create("http://127.0.0.1:" + operatorPort() + "/metrics");
      return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets time pass at once, in AWS and for the operator. */
  public void advance(Duration time) {
    simulator.advance(time);
  }

  /**
   * Jumps to shortly before a moment. The moment itself is not jumped over: the operator notices a
   * jump a little late, and would date what it then sees by its old time.
   */
  public void passTo(Instant moment) {
    Duration jump = Duration.between(cloud.now(), moment.minus(BEFORE_A_MOMENT));
    if (jump.isPositive()) {
      advance(jump);
    }
  }

  @Override
  public void close() {
    if (operator != null) {
      operator.crash();
    }
    cluster.removeAll();
    closeSimulator();
  }

  private void closeSimulator() {
    try {
      cloud.close();
      simulator.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
