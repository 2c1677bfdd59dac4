package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A published key stays as it is whatever others do, and belongs to one resource. */
@ExtendWith(Stages.class)
class PublishedKeyIT {
  private static final String ARN = Sample.DATASET_GROUP.arn();
  private static final String SCHEMA_ARN = Sample.SCHEMA.arn();

  @Test
  void whatOthersDeleteEmptyOrOverwriteIsPutBackAtOnce(Stage stage) {
    Cluster cluster = published(stage);

    stage.kubernetes().configMaps().inNamespace(stage.namespace()).withName("arns").delete();
    cluster.awaitConfigMap("arns", Map.of("group", ARN));

    patch(stage, "{\"data\":null}");
    cluster.awaitConfigMap("arns", Map.of("group", ARN));

    patch(stage, "{\"data\":{\"group\":\"old-one\",\"of-others\":\"stays\"}}");
    cluster.awaitConfigMap("arns", Map.of("group", ARN, "of-others", "stays"));
    cluster.awaitReady(Sample.DATASET_GROUP);
  }

  @Test
  void whatWasDeletedWhileNoOperatorRanIsPutBackAtItsStart(Stage stage) {
    Cluster cluster = published(stage);
    stage.stopOperator();
    stage.kubernetes().configMaps().inNamespace(stage.namespace()).withName("arns").delete();

    stage.startOperator();
    cluster.awaitConfigMap("arns", Map.of("group", ARN));
  }

  @Test
  void theFirstOfTwoKeepsAKeyAndTheSecondTakesItOverWhenTheFirstLeaves(Stage stage) {
    Cluster cluster = published(stage);

    cluster.apply(Sample.SCHEMA, publish("arns", "group"));
    awaitConflict(cluster, Sample.SCHEMA, "DatasetGroup/movies");
    assertThat(cluster.configMap("arns")).isEqualTo(Map.of("group", ARN));

    cluster.apply(Sample.DATASET_GROUP);
    cluster.awaitConfigMap("arns", Map.of("group", SCHEMA_ARN));
    cluster.awaitReady(Sample.SCHEMA);
    cluster.awaitReady(Sample.DATASET_GROUP);
  }

  @Test
  void theSecondOfTwoLeavesTheKeyOfTheFirstAlone(Stage stage) {
    Cluster cluster = published(stage);
    cluster.apply(Sample.SCHEMA, publish("arns", "group"));
    awaitConflict(cluster, Sample.SCHEMA, "DatasetGroup/movies");

    cluster.delete(Sample.SCHEMA);
    cluster.awaitGone(Sample.SCHEMA);
    assertThat(cluster.configMap("arns")).isEqualTo(Map.of("group", ARN));
  }

  @Test
  void aKeyOfAResourceThatIsGoneIsTakenOver(Stage stage) {
    Cluster cluster = published(stage);
    stage.stopOperator();
    cluster.patch(Sample.DATASET_GROUP, "{\"metadata\":{\"finalizers\":null}}");
    cluster.delete(Sample.DATASET_GROUP);
    cluster.awaitGone(Sample.DATASET_GROUP);

    stage.startOperator();
    cluster.apply(Sample.SCHEMA, publish("arns", "group"));
    cluster.awaitConfigMap("arns", Map.of("group", SCHEMA_ARN));
  }

  @Test
  void aKeyThatAPersonWroteIsNotTakenAndSaysWhoWroteIt(Stage stage) {
    stage.kubernetes().resource(configMap(stage, Map.of("of-others", "stays"))).create();
    patch(stage, "{\"data\":{\"group\":\"by-hand\"}}");
    stage.startOperator();
    Cluster cluster = stage.cluster();
    cluster.apply(Sample.DATASET_GROUP, publish("arns", "group"));
    awaitConflict(cluster, Sample.DATASET_GROUP, "kubectl-edit");
    assertThat(cluster.configMap("arns"))
        .isEqualTo(Map.of("group", "by-hand", "of-others", "stays"));

    patch(stage, "{\"data\":{\"group\":null}}");
    cluster.awaitConfigMap("arns", Map.of("group", ARN, "of-others", "stays"));
    cluster.awaitReady(Sample.DATASET_GROUP);
  }

  @Test
  void twoThatSwapTheirKeysBothGetTheOthers(Stage stage) {
    stage.startOperator();
    Cluster cluster = stage.cluster();
    cluster.apply(Sample.DATASET_GROUP, publish("arns", "one"));
    cluster.apply(Sample.SCHEMA, publish("arns", "other"));
    cluster.awaitConfigMap("arns", Map.of("one", ARN, "other", SCHEMA_ARN));

    cluster.apply(Sample.DATASET_GROUP, publish("arns", "other"));
    cluster.apply(Sample.SCHEMA, publish("arns", "one"));
    cluster.awaitConfigMap("arns", Map.of("other", ARN, "one", SCHEMA_ARN));
  }

  @Test
  void aConfigMapOfAUserStaysAndLosesNothingButTheKey(Stage stage) {
    ConfigMap before =
        stage.kubernetes().resource(configMap(stage, Map.of("of-others", "stays"))).create();
    Cluster cluster = published(stage, Map.of("group", ARN, "of-others", "stays"));

    cluster.delete(Sample.DATASET_GROUP);
    cluster.awaitGone(Sample.DATASET_GROUP);
    ConfigMap after = find(stage);
    assertThat(after.getData()).isEqualTo(Map.of("of-others", "stays"));
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(after.getMetadata().getLabels()).isNullOrEmpty();
    assertThat(after.getMetadata().getAnnotations()).isNullOrEmpty();
  }

  @Test
  void manyResourcesOnOneConfigMapAreOneFieldManagerAndLoseNoKey(Stage stage) {
    stage.startOperator();
    Cluster cluster = stage.cluster();
    Map<String, String> all = new HashMap<>();
    StringBuilder manifests = new StringBuilder();
    IntStream.range(0, 30)
        .forEach(
            i -> {
              manifests.append(
                  Sample.SCHEMA
                      .manifest(publish("arns", "schema-" + i))
                      .replace("name: movies\n", "name: movies-" + i + "\n"));
              manifests.append("---\n");
              all.put("schema-" + i, SCHEMA_ARN + "-" + i);
            });
    cluster.apply(manifests.toString());
    cluster.awaitConfigMap("arns", all);

    assertThat(find(stage).getMetadata().getManagedFields())
        .extracting(ManagedFieldsEntry::getManager)
        .containsExactly("personalize-operator");
  }

  private static Cluster published(Stage stage) {
    return published(stage, Map.of("group", ARN));
  }

  private static Cluster published(Stage stage, Map<String, String> content) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.cluster().awaitConfigMap("arns", content);
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    return stage.cluster();
  }

  private static void awaitConflict(Cluster cluster, Sample sample, String owner) {
    cluster.await(
        sample,
        "PublishFailed because of " + owner,
        one ->
            one.lifecycle().conditions().stream()
                .anyMatch(
                    condition ->
                        condition.type().equals("Stalled")
                            && condition.status().name().equals("True")
                            && condition.reason().equals("PublishFailed")
                            && condition.message().contains(owner)));
  }

  private static ConfigMap configMap(Stage stage, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("arns")
        .withNamespace(stage.namespace())
        .endMetadata()
        .withData(data)
        .build();
  }

  private static ConfigMap find(Stage stage) {
    return stage.kubernetes().configMaps().inNamespace(stage.namespace()).withName("arns").get();
  }

  private static void patch(Stage stage, String json) {
    stage
        .kubernetes()
        .configMaps()
        .inNamespace(stage.namespace())
        .withName("arns")
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("kubectl-edit")
                .build(),
            json);
  }

  private static String publish(String configMap, String key) {
    return "publish: {configMap: {name: %s, key: %s}}".formatted(configMap, key);
  }
}
