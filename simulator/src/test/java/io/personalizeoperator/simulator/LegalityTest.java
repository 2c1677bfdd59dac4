package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.LimitExceededException;
import software.amazon.awssdk.services.personalize.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.personalize.model.ResourceInUseException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;

/** Which calls are allowed when, by the API reference and the developer guide. */
class LegalityTest extends SimulatorTest {
  private static final String ITEMS_AND_MORE =
      Pipeline.ITEMS.replace(
          "{\"name\":\"CREATION_TIMESTAMP\"",
          "{\"name\":\"COLOUR\",\"type\":[\"null\",\"string\"]},{\"name\":\"CREATION_TIMESTAMP\"");
  private Pipeline pipeline;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
  }

  private void inUse(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ResourceInUseException.class);
  }

  private void invalid(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aDatasetNeedsAnActiveGroupAndIsAloneOfItsType() {
    String schema = pipeline.schema("interactions", Pipeline.INTERACTIONS);
    String young =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    inUse(() -> pipeline.dataset(young, "Interactions", schema));
    advance("PT1M");
    assertThat(pipeline.dataset(young, "Interactions", schema))
        .isEqualTo("arn:aws:personalize:eu-west-1:123456789012:dataset/movies/INTERACTIONS");
    assertThatThrownBy(() -> pipeline.dataset(young, "INTERACTIONS", schema))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    invalid(() -> pipeline.dataset(young, "Users", schema));
    invalid(() -> pipeline.dataset(young, "Movies", schema));
  }

  @Test
  void schemasAreCheckedForTheirFieldsAndTypes() {
    invalid(() -> pipeline.schema("a", "{"));
    invalid(
        () ->
            pipeline.schema("b", "{\"type\":\"record\",\"name\":\"Interactions\",\"fields\":[]}"));
    invalid(() -> pipeline.schema("c", Pipeline.INTERACTIONS.replace("\"USER_ID\"", "\"USER\"")));
    invalid(() -> pipeline.schema("d", Pipeline.INTERACTIONS.replace("\"long\"", "\"string\"")));
    invalid(() -> pipeline.schema("e", Pipeline.ITEMS.replace("\"long\"", "\"bytes\"")));
    pipeline.schema("f", Pipeline.ITEMS);
    assertThatThrownBy(() -> pipeline.schema("f", Pipeline.ITEMS))
        .isInstanceOf(ResourceAlreadyExistsException.class);
  }

  @Test
  void aSchemaIsReplacedByOneThatKeepsItsFields() {
    String group = pipeline.datasetGroup("movies");
    String items = pipeline.dataset(group, "Items", pipeline.schema("items", Pipeline.ITEMS));
    String more = pipeline.schema("more", ITEMS_AND_MORE);
    personalize.updateDataset(request -> request.datasetArn(items).schemaArn(more));
    advance("PT1M");
    var dataset = personalize.describeDataset(request -> request.datasetArn(items)).dataset();
    assertThat(dataset.schemaArn()).isEqualTo(more);
    assertThat(dataset.latestDatasetUpdate().status()).isEqualTo("ACTIVE");
    String less = "arn:aws:personalize:eu-west-1:123456789012:schema/items";
    invalid(() -> personalize.updateDataset(request -> request.datasetArn(items).schemaArn(less)));
    inUse(() -> personalize.deleteSchema(request -> request.schemaArn(more)));
    personalize.deleteSchema(request -> request.schemaArn(less));
  }

  @Test
  void whatDependsOnAResourceGoesFirst() {
    String group = pipeline.groupWithData("movies");
    String solution = pipeline.solution(group, "for-you");
    String version = pipeline.version(solution);
    String campaign = pipeline.campaign("home", version);
    inUse(() -> personalize.deleteDatasetGroup(request -> request.datasetGroupArn(group)));
    inUse(() -> personalize.deleteSolution(request -> request.solutionArn(solution)));
    personalize.deleteCampaign(request -> request.campaignArn(campaign));
    inUse(() -> personalize.deleteSolution(request -> request.solutionArn(solution)));
    advance("PT1M");
    personalize.deleteSolution(request -> request.solutionArn(solution));
    advance("PT1M");
    assertThatThrownBy(
            () ->
                personalize.describeSolutionVersion(request -> request.solutionVersionArn(version)))
        .isInstanceOf(ResourceNotFoundException.class);
    String dataset = "arn:aws:personalize:eu-west-1:123456789012:dataset/movies/INTERACTIONS";
    personalize.deleteDataset(request -> request.datasetArn(dataset));
    advance("PT1M");
    personalize.deleteDatasetGroup(request -> request.datasetGroupArn(group));
    advance("PT1M");
    assertThat(groups()).isEmpty();
  }

  @Test
  void aDatasetStaysWhileAnImportOrATrainingRuns() {
    String group = pipeline.groupWithData("movies");
    String dataset = "arn:aws:personalize:eu-west-1:123456789012:dataset/movies/INTERACTIONS";
    String solution = pipeline.solution(group, "for-you");
    personalize.createSolutionVersion(request -> request.solutionArn(solution));
    inUse(() -> personalize.deleteDataset(request -> request.datasetArn(dataset)));
    inUse(() -> personalize.deleteSolution(request -> request.solutionArn(solution)));
    advance("PT1H");
    simulator.settings().duration(Durations.IMPORT, Duration.ofDays(1));
    pipeline.importJob("second", dataset, "s3://bucket/data.csv");
    inUse(() -> personalize.deleteDataset(request -> request.datasetArn(dataset)));
  }

  @Test
  void trainingModesAndNamesOfVersions() {
    String solution = pipeline.solution(pipeline.groupWithData("movies"), "for-you");
    invalid(
        () ->
            personalize.createSolutionVersion(
                request -> request.solutionArn(solution).trainingMode("UPDATE")));
    personalize.createSolutionVersion(request -> request.solutionArn(solution).name("week-1"));
    assertThatThrownBy(
            () ->
                personalize.createSolutionVersion(
                    request -> request.solutionArn(solution).name("week-1")))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    advance("PT1H");
    personalize.createSolutionVersion(
        request -> request.solutionArn(solution).trainingMode("UPDATE"));
  }

  @Test
  void aTrainingCanBeStopped() {
    String solution = pipeline.solution(pipeline.groupWithData("movies"), "for-you");
    String pending =
        personalize.createSolutionVersion(r -> r.solutionArn(solution)).solutionVersionArn();
    personalize.stopSolutionVersionCreation(request -> request.solutionVersionArn(pending));
    assertThat(versionStatus(pending)).isEqualTo("CREATE STOPPED");
    String running =
        personalize.createSolutionVersion(r -> r.solutionArn(solution)).solutionVersionArn();
    advance("PT10M");
    inUse(() -> personalize.getSolutionMetrics(request -> request.solutionVersionArn(running)));
    personalize.stopSolutionVersionCreation(request -> request.solutionVersionArn(running));
    assertThat(versionStatus(running)).isEqualTo("CREATE STOPPING");
    advance("PT6M");
    assertThat(versionStatus(running)).isEqualTo("CREATE STOPPED");
    inUse(
        () ->
            personalize.stopSolutionVersionCreation(
                request -> request.solutionVersionArn(running)));
  }

  private String versionStatus(String arn) {
    return personalize
        .describeSolutionVersion(r -> r.solutionVersionArn(arn))
        .solutionVersion()
        .status();
  }

  @Test
  void campaignsTakeVersionsAndConfigurationsThatFit() {
    String solution = pipeline.solution(pipeline.groupWithData("movies"), "for-you");
    assertThatThrownBy(() -> pipeline.campaign("home", solution))
        .isInstanceOf(ResourceNotFoundException.class);
    String version = pipeline.version(solution);
    invalid(
        () ->
            personalize.createCampaign(
                request ->
                    request
                        .name("home")
                        .solutionVersionArn(version)
                        .campaignConfig(config -> config.syncWithLatestSolutionVersion(true))));
    invalid(() -> exploring(version, "explorationWeight", "1.5"));
    invalid(() -> exploring(version, "explorationItemAgeCutOff", "0"));
    invalid(() -> exploring(version, "temperature", "1"));
    exploring(version, "explorationWeight", "0.3");
  }

  private void exploring(String version, String name, String value) {
    personalize.createCampaign(
        request ->
            request
                .name("home")
                .solutionVersionArn(version)
                .campaignConfig(config -> config.itemExplorationConfig(Map.of(name, value))));
  }

  @Test
  void quotasOfAGroupAndOfTheRegion() {
    String group = pipeline.groupWithData("movies");
    simulator.settings().quota(Quota.SOLUTIONS, 1);
    String solution = pipeline.solution(group, "one");
    assertThatThrownBy(() -> pipeline.solution(group, "two"))
        .isInstanceOf(LimitExceededException.class);
    assertThatThrownBy(() -> pipeline.solution(group, "one"))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    simulator.settings().quota(Quota.TRAININGS, 1);
    personalize.createSolutionVersion(request -> request.solutionArn(solution));
    assertThatThrownBy(
            () -> personalize.createSolutionVersion(request -> request.solutionArn(solution)))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("More than 1 resources with PENDING or IN_PROGRESS status.");
    simulator.settings().quota(Quota.FILTERS, 0);
    assertThatThrownBy(
            () -> filter(group, "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")"))
        .isInstanceOf(LimitExceededException.class);
  }

  private void filter(String group, String expression) {
    personalize.createFilter(
        request -> request.name("f").datasetGroupArn(group).filterExpression(expression));
  }

  @Test
  void filterExpressionsAreCheckedAgainstTheSchemas() {
    String group = pipeline.groupWithData("movies");
    invalid(() -> filter(group, "everything"));
    invalid(() -> filter(group, "INCLUDE ItemID WHERE Items.GENRE IN (\"Drama\")"));
    pipeline.dataset(group, "Items", pipeline.schema("items", Pipeline.ITEMS));
    invalid(() -> filter(group, "INCLUDE ItemID WHERE Items.COLOUR IN (\"red\")"));
    filter(
        group,
        "INCLUDE ItemID WHERE Items.GENRE IN (\"Drama\") | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")");
  }

  @Test
  void aGroupHasOneEventTracker() {
    String group = pipeline.datasetGroup("movies");
    personalize.createEventTracker(request -> request.name("web").datasetGroupArn(group));
    assertThatThrownBy(
            () ->
                personalize.createEventTracker(
                    request -> request.name("app").datasetGroupArn(group)))
        .isInstanceOf(ResourceAlreadyExistsException.class);
  }
}
