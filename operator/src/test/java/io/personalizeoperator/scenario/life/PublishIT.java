package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** ARNs reach applications through ConfigMaps that several resources share. */
@ExtendWith(Stages.class)
class PublishIT {
  private static final String ARN = Sample.DATASET_GROUP.arn();
  private static final String SCHEMA_ARN = Sample.SCHEMA.arn();

  @Test
  void twoResourcesShareOneConfigMapAndEachTakesBackOnlyItsOwnKey(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.cluster().apply(Sample.SCHEMA, publish("arns", "schema"));
    stage.cluster().awaitConfigMap("arns", Map.of("group", ARN, "schema", SCHEMA_ARN));

    stage.cluster().delete(Sample.SCHEMA);
    stage.cluster().awaitGone(Sample.SCHEMA);
    assertThat(stage.cluster().configMap("arns")).isEqualTo(Map.of("group", ARN));
  }

  @Test
  void anotherKeyTakesThePlaceOfTheFirst(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.cluster().awaitConfigMap("arns", Map.of("group", ARN));

    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "datasetGroupArn"));
    stage.cluster().awaitConfigMap("arns", Map.of("datasetGroupArn", ARN));
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
  }

  @Test
  void anotherConfigMapTakesThePlaceOfTheFirst(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.cluster().awaitConfigMap("arns", Map.of("group", ARN));

    stage.cluster().apply(Sample.DATASET_GROUP, publish("others", "group"));
    stage.cluster().awaitConfigMap("others", Map.of("group", ARN));
    stage.cluster().awaitConfigMap("arns", null);
  }

  @Test
  void nothingIsLeftBehindByAnOperatorThatIsKilledJustAfterItHasPublished(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    stage.loseStatuses();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.awaitLostStatus();
    stage.crashOperator();

    stage.cluster().apply(Sample.DATASET_GROUP, publish("others", "group"));
    stage.startOperator();
    stage.cluster().awaitConfigMap("others", Map.of("group", ARN));
    assertThat(stage.cluster().configMap("arns"))
        .satisfiesAnyOf(map -> assertThat(map).isNull(), map -> assertThat(map).isEmpty());
  }

  @Test
  void whatIsNoLongerWantedIsTakenBack(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage.cluster().awaitConfigMap("arns", Map.of("group", ARN));

    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().awaitConfigMap("arns", null);
    assertThat(stage.cluster().awaitReady(Sample.DATASET_GROUP).lifecycle().published()).isNull();
  }

  @Test
  void everyKindThatApplicationsNameIsPublishedOnceItIsActive(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN, publish("arns", "campaign"));
    stage
        .cluster()
        .apply(Sample.FILTER, "publish: {configMap: {name: arns, key: filter, nameKey: name}}");

    stage
        .cluster()
        .awaitConfigMap(
            "arns",
            Map.of(
                "campaign",
                Sample.CAMPAIGN.arn(),
                "filter",
                Sample.FILTER.arn(),
                "name",
                "movies"));
    stage.cluster().awaitReady(List.of(Sample.CAMPAIGN, Sample.FILTER));
  }

  @Test
  void aConfigMapThatRefusesIsReportedAndTriedAgain(Stage stage) {
    stage.startOperator();
    var refusing =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("arns")
            .withNamespace(stage.namespace())
            .endMetadata()
            .withImmutable(true)
            .build();
    stage.kubernetes().resource(refusing).create();
    stage.cluster().apply(Sample.DATASET_GROUP, publish("arns", "group"));
    stage
        .cluster()
        .await(
            Sample.DATASET_GROUP,
            "PublishFailed",
            one ->
                one.lifecycle().conditions().stream()
                    .anyMatch(condition -> condition.reason().equals("PublishFailed")));

    stage.kubernetes().resource(refusing).delete();
    stage.cluster().awaitConfigMap("arns", Map.of("group", ARN));
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    assertThat(stage.cloud().effects("CreateDatasetGroup")).hasSize(1);
  }

  private static String publish(String configMap, String key) {
    return "publish: {configMap: {name: %s, key: %s}}".formatted(configMap, key);
  }
}
