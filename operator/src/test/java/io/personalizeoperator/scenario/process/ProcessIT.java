package io.personalizeoperator.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.support.ApiServerGate;
import io.personalizeoperator.support.OperatorJvm;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How the process starts and ends, as a container sees it. */
@ExtendWith(Stages.class)
class ProcessIT {
  private static final int TERMINATED = 128 + 15;
  private static final String LEASE = "personalize-operator";

  @TempDir Path directory;

  @Test
  void aLeaderThatIsToldToStopEndsInOrder(Stage stage) throws Exception {
    try (OperatorJvm operator = leader(stage)) {
      stage.cluster().apply(Sample.SCHEMA);
      stage.cluster().awaitReady(Sample.SCHEMA);
      operator.terminate();
      assertThat(operator.awaitEnd()).isEqualTo(TERMINATED);
      assertThat(operator.log()).doesNotContain("Lost the lease");
    }
  }

  @Test
  void aLeaderThatLosesItsLeaseEndsAtOnceAndSaysSo(Stage stage) throws Exception {
    try (OperatorJvm operator = leader(stage)) {
      stage
          .kubernetes()
          .leases()
          .inNamespace(stage.namespace())
          .withName(LEASE)
          .patch(PatchContext.of(PatchType.JSON_MERGE), TAKEN_BY_ANOTHER);
      assertThat(operator.awaitEnd()).isEqualTo(1);
      assertThat(operator.log()).contains("Lost the lease");
    }
  }

  @Test
  void aReplicaThatWaitsDoesNothingUntilTheLeaderIsKilledAndThenGoesOn(Stage stage)
      throws Exception {
    OperatorJvm leader = leader(stage);
    try (OperatorJvm other = replica(stage)) {
      stage.cluster().apply(Sample.SCHEMA);
      stage.cluster().awaitReady(Sample.SCHEMA);
      assertThat(holder(stage)).isNotBlank();
      String before = holder(stage);

      leader.kill();
      stage.cluster().apply(Sample.DATASET_GROUP);
      stage.cluster().awaitReady(Sample.DATASET_GROUP);
      stage.cluster().awaitReady(Sample.SCHEMA);
      assertThat(holder(stage)).isNotEqualTo(before);
      assertThat(stage.cloud().calls("CreateSchema")).hasSize(1);
      assertThat(stage.cloud().calls("CreateDatasetGroup")).hasSize(1);

      other.terminate();
      assertThat(other.awaitEnd()).isEqualTo(TERMINATED);
    } finally {
      leader.close();
    }
  }

  private static String holder(Stage stage) {
    return stage
        .kubernetes()
        .leases()
        .inNamespace(stage.namespace())
        .withName(LEASE)
        .get()
        .getSpec()
        .getHolderIdentity();
  }

  @Test
  void anOperatorThatFindsNoApiServerWaitsAndSaysForWhatUntilItIsStopped(Stage stage)
      throws Exception {
    Path nowhere = Files.writeString(directory.resolve("nowhere"), UNREACHABLE);
    try (OperatorJvm operator = stage.startProcess(nowhere)) {
      operator.awaitLog("Waiting for the Kubernetes API server at https://127.0.0.1:1");
      operator.terminate();
      assertThat(operator.awaitEnd()).isEqualTo(TERMINATED);
      assertThat(operator.log()).doesNotContain("The operator cannot start");
    }
  }

  @Test
  void anOperatorWhoseCredentialsAreRefusedEndsAndSaysWhere(Stage stage) throws Exception {
    String stranger =
        stage
            .kubeconfig()
            .replaceAll("client-certificate(-data)?: .*", "token: nobody")
            .replaceAll("client-key(-data)?: .*", "");
    Path kubeconfig = Files.writeString(directory.resolve("stranger"), stranger);
    try (OperatorJvm operator = stage.startProcess(kubeconfig)) {
      assertThat(operator.awaitEnd()).isEqualTo(1);
      assertThat(operator.log())
          .contains(
              "The operator cannot start: The namespace kube-system cannot be read at https://",
              "--cluster-id");
    }
  }

  @Test
  void anOperatorThatNoClusterIsConfiguredForSaysSo(Stage stage) throws Exception {
    Path missing = directory.resolve("missing");
    try (OperatorJvm operator = stage.startProcess(missing)) {
      assertThat(operator.awaitEnd()).isEqualTo(1);
      assertThat(operator.log()).contains("No Kubernetes cluster is configured: set KUBECONFIG");
    }
  }

  @Test
  void anOperatorStartsWhenTheApiServerComesAndTellsItsHealthInAnOutage(Stage stage)
      throws Exception {
    try (ApiServerGate gate = stage.apiServerGate()) {
      Path kubeconfig = Files.writeString(directory.resolve("gated"), stage.kubeconfig(gate));
      try (OperatorJvm operator =
          stage.startProcess(
              kubeconfig,
              "--leader-election=true",
              "--leader-election-namespace=" + stage.namespace())) {
        operator.awaitLog("Waiting for the Kubernetes API server");
        gate.open();
        operator.awaitLog("Ready; metrics and health");
        assertThat(operator.health().statusCode()).isEqualTo(200);

        gate.shut();
        Awaitility.await("the outage is seen").until(() -> operator.health().statusCode() == 503);
        assertThat(operator.health().body())
            .contains("controllers: schema: informer of namespace " + stage.namespace());
        assertThat(operator.get("/livez").statusCode()).isEqualTo(200);

        gate.open();
        Awaitility.await("the outage is over")
            .atMost(Duration.ofMinutes(1))
            .until(() -> operator.health().statusCode() == 200);
      }
    }
  }

  @Test
  void aLogLineOfAPassNamesItsResourceInJson(Stage stage) throws Exception {
    try (OperatorJvm operator = stage.startProcess(kubeconfig(stage), "--log-format=json")) {
      stage.cluster().apply(Sample.SCHEMA);
      stage.cluster().awaitReady(Sample.SCHEMA);
      operator.awaitLog("Created: ");

      JsonNode created =
          operator
              .log()
              .lines()
              .map(ProcessIT::json)
              .filter(line -> line.path("formattedMessage").asText().startsWith("Created: "))
              .findFirst()
              .orElseThrow();
      JsonNode mdc = created.path("mdc");
      assertThat(mdc.path("kind").asText()).isEqualTo("Schema");
      assertThat(mdc.path("namespace").asText()).isEqualTo(stage.namespace());
      assertThat(mdc.path("name").asText()).isEqualTo("movies");
      assertThat(mdc.path("generation").asText()).isEqualTo("1");
    }
  }

  @Test
  void everyMetricHasAHelpTextAndANameByPrometheusConventions(Stage stage) throws Exception {
    try (OperatorJvm operator = stage.startProcess(kubeconfig(stage))) {
      stage.cluster().applyAll(List.of(Sample.values()));
      stage.cluster().awaitReady(Sample.CAMPAIGN);

      List<String> metrics = operator.get("/metrics").body().lines().toList();
      List<String> names =
          metrics.stream()
              .filter(line -> line.startsWith("# TYPE "))
              .map(line -> line.split(" ")[2])
              .toList();
      assertThat(names)
          .contains(
              "personalize_operator_aws_requests_total",
              "personalize_operator_campaign_live_min_tps",
              "personalize_operator_pass_duration_seconds",
              "personalize_operator_resources")
          .allSatisfy(
              name ->
                  assertThat(metrics)
                      .anyMatch(line -> line.matches("# HELP " + name + " [A-Za-z].{20,}")))
          // What promtool check metrics finds fault with.
          .allSatisfy(
              name -> {
                boolean isCounter = metrics.contains("# TYPE " + name + " counter");
                assertThat(name.endsWith("_total")).isEqualTo(isCounter);
                assertThat(name)
                    .matches("personalize_operator(_[a-z]+)+")
                    .doesNotMatch(".*_(count|sum|bucket|info)")
                    .doesNotMatch(".*_(counter|gauge|histogram|summary)(_.*)?")
                    .doesNotMatch(".*_(s|ms|us|ns|sec|b|kb|mb|gb|tb|pb|m|h|d)(_.*)?")
                    .doesNotMatch(".*_(milliseconds|minutes|hours|days|kilobytes|percent)(_.*)?");
              });
    }
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  @Test
  void aWrongOptionIsNamed(Stage stage) throws Exception {
    try (OperatorJvm operator = stage.startProcess(kubeconfig(stage), "--requests-per-second=0")) {
      assertThat(operator.awaitEnd()).isEqualTo(2);
      assertThat(operator.log()).contains("--requests-per-second must be greater than 0");
    }
  }

  private OperatorJvm leader(Stage stage) throws IOException {
    OperatorJvm operator = replica(stage);
    Awaitility.await("the operator leads")
        .until(
            () ->
                stage.kubernetes().leases().inNamespace(stage.namespace()).withName(LEASE).get()
                    != null);
    return operator;
  }

  private OperatorJvm replica(Stage stage) throws IOException {
    OperatorJvm operator =
        stage.startProcess(
            kubeconfig(stage),
            "--leader-election=true",
            "--leader-election-namespace=" + stage.namespace());
    operator.awaitLog("Ready; metrics and health");
    return operator;
  }

  private Path kubeconfig(Stage stage) throws IOException {
    return Files.writeString(directory.resolve("kubeconfig"), stage.kubeconfig());
  }

  private static final String TAKEN_BY_ANOTHER =
      """
      {"spec": {"holderIdentity": "another", "leaseDurationSeconds": 3600}}""";

  private static final String UNREACHABLE =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - name: nowhere
        cluster: {server: "https://127.0.0.1:1"}
      users:
      - name: nobody
        user: {}
      contexts:
      - name: nowhere
        context: {cluster: nowhere, user: nobody}
      current-context: nowhere
      """;
}
