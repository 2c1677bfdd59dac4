package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is there already is somebody's: it is taken over only as the manifest allows. */
@ExtendWith(Stages.class)
class AdoptionIT {
  private static final Map<String, String> NOBODYS = Map.of("team", "search");
  private static final Map<String, String> ANOTHER_CLUSTERS =
      Map.of(
          "personalize-operator.io/cluster", "cluster-of-others",
          "personalize-operator.io/namespace", "their-namespace",
          "personalize-operator.io/name", "movies");

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SCHEMA", "DATASET_IMPORT"})
  void whatNobodyOwnsIsNotTouchedUnlessThePolicyAllowsIt(Sample sample, Stage stage) {
    OutOfBandUser colleague = made(sample, NOBODYS, stage);
    long mark = stage.cloud().mark();

    stage.cluster().apply(sample);
    assertThat(stage.cluster().awaitStalled(sample, Reason.NameTaken).message())
        .contains(sample.arn(), "adoptionPolicy: Unowned");
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
    assertThat(colleague.tags(sample.arn())).isEqualTo(NOBODYS);
    assertThat(stage.cluster().get(sample).lifecycle().arn()).isNull();

    stage.cluster().apply(sample, "adoptionPolicy: Unowned");
    PersonalizeResource<?, ?> adopted = stage.cluster().awaitReady(sample);
    assertThat(adopted.lifecycle().ownership()).isEqualTo(Ownership.Adopted);
    assertThat(colleague.tags(sample.arn()))
        .containsAllEntriesOf(NOBODYS)
        .containsEntry("personalize-operator.io/namespace", stage.namespace());
    assertThat(stage.cloud().effects(sample.create())).isEmpty();
    assertThat(stage.cluster().awaitEvent(sample, "Adopted")).contains(sample.arn());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SCHEMA", "DATASET_IMPORT"})
  void whatAnotherClusterOwnsIsTakenOverOnlyByPolicyAlways(Sample sample, Stage stage) {
    OutOfBandUser colleague = made(sample, ANOTHER_CLUSTERS, stage);
    long mark = stage.cloud().mark();

    stage.cluster().apply(sample, "adoptionPolicy: Unowned");
    assertThat(stage.cluster().awaitStalled(sample, Reason.NameTaken).message())
        .contains("their-namespace/movies", "cluster-of-others");
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
    assertThat(colleague.tags(sample.arn())).isEqualTo(ANOTHER_CLUSTERS);

    stage.cluster().apply(sample, "adoptionPolicy: Always");
    stage.cluster().awaitReady(sample);
    assertThat(colleague.tags(sample.arn()))
        .containsEntry("personalize-operator.io/cluster", "cluster-of-tests");
  }

  @Test
  void whatIsRefusedIsNotDeletedWithItsCustomResource(Stage stage) {
    OutOfBandUser colleague = made(Sample.DATASET_GROUP, NOBODYS, stage);
    stage.cluster().apply(Sample.DATASET_GROUP, "deletionPolicy: Delete");
    stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.NameTaken);

    stage.cluster().delete(Sample.DATASET_GROUP);
    stage.cluster().awaitGone(Sample.DATASET_GROUP);
    assertThat(colleague.everything()).contains(Sample.DATASET_GROUP.arn());
    assertThat(stage.cloud().calls("DeleteDatasetGroup")).isEmpty();
  }

  @Test
  void aSchemaOfTheSameContentIsSharedAndNeverDeleted(Stage stage) {
    OutOfBandUser colleague = made(Sample.SCHEMA, Map.of(), stage);
    stage.cluster().apply(Sample.SCHEMA, "deletionPolicy: Delete");

    assertThat(stage.cluster().awaitReady(Sample.SCHEMA).lifecycle().ownership())
        .isEqualTo(Ownership.Shared);
    stage.cluster().delete(Sample.SCHEMA);
    stage.cluster().awaitGone(Sample.SCHEMA);
    assertThat(colleague.everything()).contains(Sample.SCHEMA.arn());
  }

  @Test
  void aSchemaOfOtherContentIsNotUsed(Stage stage) {
    stage.aws().createSchema(r -> r.name("movies").schema(OTHER_CONTENT));
    stage.startOperator();
    stage.cluster().apply(Sample.SCHEMA);

    assertThat(stage.cluster().awaitStalled(Sample.SCHEMA, Reason.NameTaken).message())
        .contains("other content", "column EVENT_TYPE is not in AWS");
    assertThat(stage.cloud().calls("CreateSchema")).isEmpty();
  }

  private static final String OTHER_CONTENT =
      """
      {"type":"record","name":"Interactions","namespace":"com.amazonaws.personalize.schema","fields":[
      {"name":"USER_ID","type":"string"},{"name":"ITEM_ID","type":"string"},
      {"name":"TIMESTAMP","type":"long"}],"version":"1.0"}""";

  @Test
  void aSchemaWithTheOtherOrderOfAUnionIsShared(Stage stage) {
    stage.aws().createSchema(r -> r.name("movies").schema(OTHER_ORDER));
    stage.startOperator();
    stage.cluster().apply(NULLABLE_FIELD);

    assertThat(stage.cluster().awaitReady(Sample.SCHEMA).lifecycle().ownership())
        .isEqualTo(Ownership.Shared);
  }

  private static final String OTHER_ORDER =
      """
      {"type":"record","name":"Items","namespace":"com.amazonaws.personalize.schema","fields":[
      {"name":"ITEM_ID","type":"string"},
      {"name":"GENRES","type":["string","null"],"categorical":true}],"version":"1.0"}""";

  private static final String NULLABLE_FIELD =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Schema
      metadata: {name: movies}
      spec:
        type: Items
        fields: [{name: ITEM_ID}, {name: GENRES, nullable: true, categorical: true}]
      """;

  /** A recipe with hyperparameters. */
  private static String solution(String hiddenDimension, String... more) {
    return Sample.SOLUTION
        .manifest(
            Stream.concat(
                    Stream.of(more),
                    Stream.of(
                        "config: {algorithmHyperParameters: {hidden_dimension: \"%s\"}}"
                            .formatted(hiddenDimension)))
                .toArray(String[]::new))
        .replace("aws-user-personalization-v2", "aws-user-personalization");
  }

  @Test
  void aSolutionThatTrainsWithOtherHyperparametersIsNotAdopted(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().awaitReady(Sample.SOLUTION.before());
    stage
        .aws()
        .createSolution(
            r ->
                r.name("movies")
                    .datasetGroupArn(Sample.DATASET_GROUP.arn())
                    .recipeArn("arn:aws:personalize:::recipe/aws-user-personalization")
                    .performAutoTraining(false)
                    .solutionConfig(
                        c -> c.algorithmHyperParameters(Map.of("hidden_dimension", "64"))));

    stage.cluster().apply(solution("128", "adoptionPolicy: Unowned"));
    assertThat(stage.cluster().awaitStalled(Sample.SOLUTION, Reason.AdoptionRefused).message())
        .contains("algorithmHyperParameters.hidden_dimension 64");
    assertThat(new OutOfBandUser(stage).tags(Sample.SOLUTION.arn())).isEmpty();
  }

  @Test
  void aRetainedSolutionThatTrainsWithOtherHyperparametersIsNotTrained(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(solution("64", "deletionPolicy: Retain"));
    stage.cluster().awaitReady(Sample.SOLUTION);
    stage.cluster().delete(Sample.SOLUTION);
    stage.cluster().awaitGone(Sample.SOLUTION);

    stage.cluster().apply(solution("128"));
    assertThat(stage.cluster().awaitStalled(Sample.SOLUTION, Reason.ImmutableDifference).message())
        .contains("algorithmHyperParameters.hidden_dimension 64");

    stage.cluster().delete(Sample.SOLUTION);
    stage.cluster().awaitGone(Sample.SOLUTION);
    assertThat(stage.cloud().effects("CreateSolutionVersion")).hasSize(1);
  }

  @Test
  void whatDiffersInWhatCannotBeChangedIsNotAdopted(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.FILTER.before());
    stage.cluster().awaitReady(Sample.FILTER.before());
    stage
        .aws()
        .createFilter(
            r ->
                r.name("movies")
                    .datasetGroupArn(Sample.DATASET_GROUP.arn())
                    .filterExpression("EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"buy\")"));

    stage.cluster().apply(Sample.FILTER, "adoptionPolicy: Always");
    assertThat(stage.cluster().awaitStalled(Sample.FILTER, Reason.AdoptionRefused).message())
        .contains("expression", "buy");
    assertThat(new OutOfBandUser(stage).tags(Sample.FILTER.arn())).isEmpty();
  }

  /** The operator runs, what the sample needs is Ready, and a colleague has made the sample. */
  private static OutOfBandUser made(Sample sample, Map<String, String> tags, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    OutOfBandUser colleague = new OutOfBandUser(stage);
    colleague.make(sample, tags);
    return colleague;
  }
}
