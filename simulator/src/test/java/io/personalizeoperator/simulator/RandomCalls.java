package io.personalizeoperator.simulator;

import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws random calls: many are legal, many are almost legal, and some are nonsense. */
final class RandomCalls {
  private static final ResourceKind[] DELETABLE = {
    ResourceKind.SCHEMA,
    ResourceKind.DATASET_GROUP,
    ResourceKind.DATASET,
    ResourceKind.EVENT_TRACKER,
    ResourceKind.SOLUTION,
    ResourceKind.CAMPAIGN,
    ResourceKind.FILTER,
    ResourceKind.RECOMMENDER,
    ResourceKind.METRIC_ATTRIBUTION
  };
  private static final String[] TYPES = {"Interactions", "Items", "Users"};
  private static final String USERS =
      Pipeline.ITEMS.replace("Items", "Users").replace("ITEM_ID", "USER_ID");
  private final Random random;
  private final WorldView view;

  RandomCalls(Random random, WorldView view) {
    this.random = random;
    this.view = view;
  }

  /** A call. */
  record Drawn(String operation, Map<String, Object> input) {}

  Drawn draw() {
    Map<String, Object> input = new HashMap<>();
    String operation =
        switch (random.nextInt(24)) {
          case 0 -> group(input);
          case 1 -> schema(input);
          case 2, 3 -> dataset(input);
          case 4 -> importJob(input);
          case 5, 6 -> solution(input);
          case 7, 8, 9 -> version(input);
          case 10, 11 -> campaign(input);
          case 12, 13 -> updateCampaign(input);
          case 14 -> updateSolution(input);
          case 15 -> filter(input);
          case 16 -> tracker(input);
          case 17 -> recommender(input);
          case 18 -> recommenderMove(input);
          case 19 -> stop(input);
          case 20 -> tags(input);
          default -> delete(input);
        };
    return new Drawn(operation, input);
  }

  private String name() {
    return "n" + random.nextInt(6);
  }

  /** An ARN of that kind, mostly of one that exists. */
  private String arn(ResourceKind kind) {
    List<String> there = view.arns(kind);
    if (there.isEmpty() || random.nextInt(20) == 0) {
      return "arn:aws:personalize:eu-west-1:123456789012:" + kind.arnType() + "/nothing";
    }
    return there.get(random.nextInt(there.size()));
  }

  private String group(Map<String, Object> input) {
    input.put("name", name());
    input.put("domain", random.nextInt(3) == 0 ? "VIDEO_ON_DEMAND" : null);
    return "CreateDatasetGroup";
  }

  private String schema(Map<String, Object> input) {
    int which = random.nextInt(3);
    input.put("name", name());
    input.put("schema", new String[] {Pipeline.INTERACTIONS, Pipeline.ITEMS, USERS}[which]);
    input.put("domain", random.nextInt(3) == 0 ? "VIDEO_ON_DEMAND" : null);
    return "CreateSchema";
  }

  private String dataset(Map<String, Object> input) {
    input.put("name", name());
    input.put("datasetType", TYPES[random.nextInt(TYPES.length)]);
    input.put("datasetGroupArn", arn(ResourceKind.DATASET_GROUP));
    input.put("schemaArn", arn(ResourceKind.SCHEMA));
    return "CreateDataset";
  }

  private String importJob(Map<String, Object> input) {
    input.put("jobName", "job" + random.nextInt(1000));
    input.put("datasetArn", arn(ResourceKind.DATASET));
    input.put("roleArn", SimulatorTest.ROLE);
    input.put("importMode", random.nextInt(3) == 0 ? "INCREMENTAL" : null);
    input.put(
        "dataSource",
        Map.of("dataLocation", random.nextInt(5) == 0 ? "s3://b/missing" : "s3://b/data"));
    return "CreateDatasetImportJob";
  }

  private String solution(Map<String, Object> input) {
    input.put("name", name());
    input.put("datasetGroupArn", arn(ResourceKind.DATASET_GROUP));
    input.put("recipeArn", Pipeline.RECIPE);
    input.put("performAutoTraining", random.nextInt(3) == 0);
    return "CreateSolution";
  }

  private String version(Map<String, Object> input) {
    input.put("solutionArn", arn(ResourceKind.SOLUTION));
    input.put("name", random.nextBoolean() ? name() : null);
    input.put("trainingMode", random.nextInt(4) == 0 ? "UPDATE" : null);
    return "CreateSolutionVersion";
  }

  private String campaign(Map<String, Object> input) {
    input.put("name", name());
    if (random.nextInt(4) == 0) {
      input.put("solutionVersionArn", arn(ResourceKind.SOLUTION) + "/$LATEST");
      input.put("campaignConfig", Map.of("syncWithLatestSolutionVersion", true));
    } else {
      input.put("solutionVersionArn", arn(ResourceKind.SOLUTION_VERSION));
    }
    return "CreateCampaign";
  }

  private String updateCampaign(Map<String, Object> input) {
    input.put("campaignArn", arn(ResourceKind.CAMPAIGN));
    input.put("minProvisionedTPS", 1 + random.nextInt(5));
    input.put(
        "solutionVersionArn", random.nextInt(3) == 0 ? arn(ResourceKind.SOLUTION_VERSION) : null);
    return "UpdateCampaign";
  }

  private String updateSolution(Map<String, Object> input) {
    input.put("solutionArn", arn(ResourceKind.SOLUTION));
    input.put("performAutoTraining", random.nextBoolean());
    return "UpdateSolution";
  }

  private String filter(Map<String, Object> input) {
    input.put("name", "f" + random.nextInt(60));
    input.put("datasetGroupArn", arn(ResourceKind.DATASET_GROUP));
    input.put(
        "filterExpression",
        random.nextInt(5) == 0
            ? "INCLUDE everything"
            : "EXCLUDE ItemID WHERE Items.GENRE IN (\"a\")");
    return "CreateFilter";
  }

  private String tracker(Map<String, Object> input) {
    input.put("name", name());
    input.put("datasetGroupArn", arn(ResourceKind.DATASET_GROUP));
    return "CreateEventTracker";
  }

  private String recommender(Map<String, Object> input) {
    input.put("name", name());
    input.put("datasetGroupArn", arn(ResourceKind.DATASET_GROUP));
    input.put("recipeArn", "arn:aws:personalize:::recipe/aws-vod-top-picks");
    return "CreateRecommender";
  }

  private String recommenderMove(Map<String, Object> input) {
    input.put("recommenderArn", arn(ResourceKind.RECOMMENDER));
    return random.nextBoolean() ? "StopRecommender" : "StartRecommender";
  }

  private String stop(Map<String, Object> input) {
    input.put("solutionVersionArn", arn(ResourceKind.SOLUTION_VERSION));
    return "StopSolutionVersionCreation";
  }

  private String tags(Map<String, Object> input) {
    input.put("resourceArn", arn(DELETABLE[random.nextInt(DELETABLE.length)]));
    input.put("tags", List.of(Map.of("tagKey", name(), "tagValue", name())));
    return "TagResource";
  }

  private String delete(Map<String, Object> input) {
    ResourceKind kind = DELETABLE[random.nextInt(DELETABLE.length)];
    input.put(kind.arnMember(), arn(kind));
    return "Delete" + kind.operationName();
  }
}
