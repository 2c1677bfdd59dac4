package io.personalizeoperator.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator for some namespaces of the cluster. */
@ExtendWith(Stages.class)
class WatchNamespacesIT {
  private String other;

  @BeforeEach
  void createAnotherNamespace(Stage stage) {
    other = stage.namespace() + "-other";
    stage
        .kubernetes()
        .resource(new NamespaceBuilder().withNewMetadata().withName(other).endMetadata().build())
        .create();
  }

  @AfterEach
  void removeAnotherNamespace(Stage stage) {
    stage.kubernetes().namespaces().withName(other).delete();
  }

  private Schema schema(Stage stage, String namespace) {
    return stage
        .kubernetes()
        .resources(Schema.class)
        .inNamespace(namespace)
        .withName("movies")
        .get();
  }

  private void apply(Stage stage, String namespace, String awsName) {
    stage
        .kubernetes()
        .resource(Sample.SCHEMA.manifest("name: " + awsName))
        .inNamespace(namespace)
        .create();
  }

  private void awaitReady(Stage stage, String namespace) {
    Awaitility.await("the schema in " + namespace)
        .until(() -> Cluster.isTrue(schema(stage, namespace), "Ready"));
  }

  @Test
  void noNamespaceTakesTheResourcesOfAnotherOutOfSight(Stage stage) {
    apply(stage, stage.namespace(), "one");
    apply(stage, other, "two");
    stage.startOperator("--watch-namespaces=" + stage.namespace() + "," + other);

    awaitReady(stage, stage.namespace());
    awaitReady(stage, other);
    assertThat(stage.metric("personalize_operator_resources{kind=\"Schema\"}")).isEqualTo(2);
  }
}
