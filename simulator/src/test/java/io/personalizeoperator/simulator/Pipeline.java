package io.personalizeoperator.simulator;

import java.time.Duration;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * Creates the resources with which most tests start, up to a campaign, and moves the clock until
 * each is ACTIVE.
 */
final class Pipeline {
  static final String INTERACTIONS =
      """
      {"type":"record","name":"Interactions","namespace":"com.amazonaws.personalize.schema","fields":[
      {"name":"USER_ID","type":"string"},{"name":"ITEM_ID","type":"string"},
      {"name":"EVENT_TYPE","type":"string"},{"name":"TIMESTAMP","type":"long"}],"version":"1.0"}""";

  static final String ITEMS =
      """
      {"type":"record","name":"Items","namespace":"com.amazonaws.personalize.schema","fields":[
      {"name":"ITEM_ID","type":"string"},{"name":"GENRE","type":["null","string"],"categorical":true},
      {"name":"CREATION_TIMESTAMP","type":"long"}],"version":"1.0"}""";

  static final String RECIPE = "arn:aws:personalize:::recipe/aws-user-personalization";

  private final Simulator simulator;
  private final PersonalizeClient client;

  Pipeline(Simulator simulator, PersonalizeClient client) {
    this.simulator = simulator;
    this.client = client;
  }

  String datasetGroup(String name) {
    String arn = client.createDatasetGroup(request -> request.name(name)).datasetGroupArn();
    simulator.advance(Duration.ofMinutes(1));
    return arn;
  }

  String schema(String name, String text) {
    return client.createSchema(request -> request.name(name).schema(text)).schemaArn();
  }

  String dataset(String groupArn, String type, String schemaArn) {
    String arn =
        client
            .createDataset(
                request ->
                    request
                        .name(type)
                        .datasetType(type)
                        .datasetGroupArn(groupArn)
                        .schemaArn(schemaArn))
            .datasetArn();
    simulator.advance(Duration.ofSeconds(30));
    return arn;
  }

  String importJob(String name, String datasetArn, String location) {
    String arn =
        client
            .createDatasetImportJob(
                request ->
                    request
                        .jobName(name)
                        .datasetArn(datasetArn)
                        .roleArn(SimulatorTest.ROLE)
                        .dataSource(source -> source.dataLocation(location)))
            .datasetImportJobArn();
    simulator.advance(Duration.ofMinutes(10));
    return arn;
  }

  /** A dataset group with imported interactions. */
  String groupWithData(String name) {
    String group = datasetGroup(name);
    String schema = schema(name + "-interactions", INTERACTIONS);
    importJob(
        name + "-import", dataset(group, "Interactions", schema), "s3://bucket/interactions.csv");
    return group;
  }

  /** A solution without automatic training. */
  String solution(String groupArn, String name) {
    String arn =
        client
            .createSolution(
                request ->
                    request
                        .name(name)
                        .datasetGroupArn(groupArn)
                        .recipeArn(RECIPE)
                        .performAutoTraining(false))
            .solutionArn();
    simulator.advance(Duration.ofSeconds(30));
    return arn;
  }

  String version(String solutionArn) {
    String arn =
        client
            .createSolutionVersion(request -> request.solutionArn(solutionArn))
            .solutionVersionArn();
    simulator.advance(Duration.ofHours(1));
    return arn;
  }

  String campaign(String name, String versionArn) {
    String arn =
        client
            .createCampaign(request -> request.name(name).solutionVersionArn(versionArn))
            .campaignArn();
    simulator.advance(Duration.ofMinutes(12));
    return arn;
  }
}
