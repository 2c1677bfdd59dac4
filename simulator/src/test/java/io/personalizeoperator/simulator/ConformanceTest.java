package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Calls all 71 operations with every member of the SDK's classes. The test fails for an input
 * member that is never sent and accepted, and for an output member that never has a value.
 */
class ConformanceTest extends OperationWalk {
  /** Members that the simulator never shows, with the reason. */
  private static final Map<String, String> NEVER_SHOWN =
      Map.of(
          "DescribeAlgorithm out.algorithm.roleArn", "the role is AWS's own and is not shown",
          "DescribeAlgorithm out.algorithm.defaultResourceConfig{}",
              "resources are AWS's own; the map is empty");

  @Test
  void everyMemberOfEveryOperationIsHandled() {
    simulator.settings().quota(Quota.DATASET_GROUPS, 100);
    domainGroup();
    customGroup();
    solutions();
    campaignsAndBatchJobs();
    segments();
    recipes();
    deletions();
    Set<String> missing = missing();
    missing.removeAll(NEVER_SHOWN.keySet());
    assertThat(missing).isEmpty();
  }

  private void domainGroup() {
    both("DatasetGroup", "shop", Map.of("domain", "ECOMMERCE"));
    call(
        "CreateSchema",
        Map.of("name", "shop", "schema", Pipeline.INTERACTIONS, "domain", "ECOMMERCE"));
    look("Schema");
    call("CreateDataset", Map.of("name", "shop", "datasetType", "Interactions"));
    call("CreateEventTracker", Map.of("name", "shop"));
    call("CreateDatasetImportJob", Map.of("jobName", "shop", "importMode", "FULL"));
    Map<String, String> recipe =
        Map.of("recipeArn", "arn:aws:personalize:::recipe/aws-ecomm-recommended-for-you");
    both("Recommender", "shop", recipe);
    call("StopRecommender", Map.of());
    call("StartRecommender", Map.of());
    failNext("UpdateRecommender");
    call("UpdateRecommender", Map.of());
    look("Recommender");
  }

  private void customGroup() {
    both("DatasetGroup", "movies", Map.of(), "domain");
    call("CreateSchema", Map.of("name", "interactions", "schema", Pipeline.INTERACTIONS), "domain");
    look("Schema");
    call("CreateDataset", Map.of("name", "interactions", "datasetType", "Interactions"));
    call("CreateDatasetImportJob", Map.of("jobName", "first", "importMode", "FULL"));
    both("DatasetImportJob", "import", Map.of("importMode", "INCREMENTAL"));
    both("DatasetExportJob", "export", Map.of("ingestionMode", "ALL"));
    both("DataDeletionJob", "deletion", Map.of());
    call("CreateSchema", Map.of("name", "actions", "schema", ACTION_INTERACTIONS), "domain");
    call("CreateDataset", Map.of("name", "actions", "datasetType", "Action_Interactions"));
    look("Dataset");
    call("CreateSchema", Map.of("name", "items", "schema", ITEMS), "domain");
    call("CreateDataset", Map.of("name", "items", "datasetType", "Items"));
    failNext("UpdateDataset");
    call("UpdateDataset", Map.of());
    look("Dataset");
    call("CreateEventTracker", Map.of("name", "web"));
    look("EventTracker");
    pages("ListEventTrackers", "datasetGroupArn");
    context.put("filterExpression", "INCLUDE ItemID WHERE Items.GENRE IN (\"Drama\")");
    both("Filter", "drama", Map.of());
    both("MetricAttribution", "impact", Map.of("metricName", "one"));
    call("UpdateMetricAttribution", Map.of("metricName", "two", "removeMetrics", List.of("one")));
    call("UpdateMetricAttribution", Map.of("metricName", "three"), "removeMetrics");
    pages("ListMetricAttributionMetrics");
    call("TagResource", Map.of("resourceArn", context.get("filterArn")));
    call("ListTagsForResource", Map.of("resourceArn", context.get("filterArn")));
    call("UntagResource", Map.of("resourceArn", context.get("filterArn")));
  }

  private static final String ITEMS =
      SchemaText.of(
          "Items",
          "ITEM_ID string, GENRE string categorical, TITLE string itemName, TEXT string textual");

  private static final String ACTION_INTERACTIONS =
      """
      {"type":"record","name":"ActionInteractions","namespace":"x","fields":[
      {"name":"USER_ID","type":"string"},{"name":"ACTION_ID","type":"string"},
      {"name":"EVENT_TYPE","type":"string"},{"name":"TIMESTAMP","type":"long"}],"version":"1.0"}""";

  private static final String V2 = "arn:aws:personalize:::recipe/aws-user-personalization-v2";
  private static final String SEMANTIC = "arn:aws:personalize:::recipe/aws-semantic-similarity";

  /** The members of solutionConfig that depend on the recipe; with AutoML they are not read. */
  private static final String[] OF_THE_RECIPE = {
    "hpoConfig",
    "algorithmHyperParameters",
    "featureTransformationParameters",
    "optimizationObjective",
    "trainingDataConfig"
  };

  private static String[] ofTheRecipeAnd(String... omitted) {
    return Stream.concat(Stream.of(OF_THE_RECIPE), Stream.of(omitted)).toArray(String[]::new);
  }

  private void solutions() {
    call(
        "CreateSolution",
        Map.of("name", "auto", "performAutoML", true),
        "recipeArn",
        "eventsConfig",
        "performIncrementalUpdate",
        "eventType");
    version("auto");
    look("SolutionVersion");
    call("DescribeSolution", Map.of());
    call(
        "CreateSolution",
        Map.of("name", "similar", "recipeArn", SEMANTIC, "performAutoML", false),
        ofTheRecipeAnd("eventsConfig", "eventType"));
    failNext("UpdateSolution");
    call("UpdateSolution", Map.of(), "eventsConfig");
    look("Solution");
    call(
        "CreateSolution",
        Map.of(
            "name",
            "for-you",
            "recipeArn",
            V2,
            "performAutoML",
            false,
            "performIncrementalUpdate",
            false),
        ofTheRecipeAnd());
    call("UpdateSolution", Map.of("performIncrementalUpdate", false));
    failNext("CreateSolutionVersion");
    version("failed");
    look("SolutionVersion");
    look("Solution");
    version("trained");
    look("SolutionVersion");
    look("Solution");
    call("GetSolutionMetrics", Map.of());
    simulator.settings().duration(Durations.TRAINING, Duration.ofHours(1));
    version("stopped");
    call("StopSolutionVersionCreation", Map.of());
    simulator.settings().duration(Durations.TRAINING, Duration.ZERO);
  }

  private void version(String name) {
    call("CreateSolutionVersion", Map.of("name", name, "trainingMode", "FULL"));
  }

  private void campaignsAndBatchJobs() {
    version("for-campaign");
    Map<String, Object> latest =
        Map.of("solutionVersionArn", context.get("solutionArn") + "/$LATEST");
    both("Campaign", "home", latest, "rankingInfluence");
    failNext("UpdateCampaign");
    call("UpdateCampaign", latest, "rankingInfluence");
    look("Campaign");
    call(
        "CreateSolution",
        Map.of("name", "similar-2", "recipeArn", SEMANTIC, "performAutoML", false),
        ofTheRecipeAnd("eventsConfig", "eventType"));
    version("similar");
    Map<String, Object> semantic =
        Map.of(
            "solutionVersionArn",
            context.get("solutionVersionArn"),
            "syncWithLatestSolutionVersion",
            false);
    both("Campaign", "similar", semantic, "itemExplorationConfig");
    call("UpdateCampaign", semantic, "itemExplorationConfig");
    look("Campaign");
    both(
        "BatchInferenceJob",
        "batch",
        Map.of("batchInferenceJobMode", "BATCH_INFERENCE"),
        "themeGenerationConfig");
    call(
        "CreateSolution",
        Map.of(
            "name",
            "themes",
            "recipeArn",
            "arn:aws:personalize:::recipe/aws-similar-items",
            "performAutoML",
            false,
            "performIncrementalUpdate",
            false),
        ofTheRecipeAnd("eventsConfig", "eventType"));
    version("themes");
    call(
        "CreateBatchInferenceJob",
        Map.of("jobName", "themes", "batchInferenceJobMode", "THEME_GENERATION"),
        "rankingInfluence");
    look("BatchInferenceJob");
  }

  private void segments() {
    call(
        "CreateSolution",
        Map.of(
            "name",
            "segments",
            "recipeArn",
            "arn:aws:personalize:::recipe/aws-item-affinity",
            "performHPO",
            false,
            "performAutoML",
            false,
            "performIncrementalUpdate",
            false),
        ofTheRecipeAnd("eventsConfig", "eventType"));
    version("segments");
    both("BatchSegmentJob", "segment", Map.of());
  }

  private void recipes() {
    call("DescribeRecipe", Map.of("recipeArn", Pipeline.RECIPE));
    pages("ListRecipes", "domain");
    call("ListRecipes", Map.of("domain", "ECOMMERCE", "recipeProvider", "SERVICE"));
    for (String name : Set.of("aws-user-personalization", "aws-sims")) {
      call("DescribeAlgorithm", Map.of("algorithmArn", "arn:aws:personalize:::algorithm/" + name));
      call(
          "DescribeFeatureTransformation",
          Map.of(
              "featureTransformationArn", "arn:aws:personalize:::feature-transformation/" + name));
    }
  }

  private void deletions() {
    for (String kind :
        new String[] {
          "Campaign",
          "MetricAttribution",
          "EventTracker",
          "Filter",
          "Recommender",
          "Dataset",
          "Schema"
        }) {
      call("Delete" + kind, Map.of());
    }
    call(
        "CreateSolution",
        Map.of(
            "name",
            "short",
            "recipeArn",
            V2,
            "performAutoML",
            false,
            "performIncrementalUpdate",
            false),
        ofTheRecipeAnd());
    call("DeleteSolution", Map.of());
    call("CreateDatasetGroup", Map.of("name", "short"), "domain");
    call("DeleteDatasetGroup", Map.of());
  }
}
