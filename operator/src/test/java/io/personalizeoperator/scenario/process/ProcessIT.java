package io.personalizeoperator.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.support.OperatorJvm;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      assertThat(operator.log()).doesNotContain("The lease was lost");
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
      assertThat(operator.log()).contains("The lease was lost");
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
  void anOperatorThatCannotReachTheClusterEndsAndSaysWhere(Stage stage) throws Exception {
    Path nowhere = Files.writeString(directory.resolve("nowhere"), UNREACHABLE);
    try (OperatorJvm operator = stage.startProcess(nowhere)) {
      assertThat(operator.awaitEnd()).isEqualTo(1);
      assertThat(operator.log())
          .contains("The operator cannot start", "127.0.0.1:1", "--cluster-id");
    }
  }

  @Test
  void aWrongOptionIsNamed(Stage stage) throws Exception {
    try (OperatorJvm operator = stage.startProcess(kubeconfig(stage), "--requests-per-second=0")) {
      assertThat(operator.awaitEnd()).isEqualTo(2);
      assertThat(operator.log()).contains("--requests-per-second has to be above 0");
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
