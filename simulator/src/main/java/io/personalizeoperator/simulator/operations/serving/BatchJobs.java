package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.World;
import java.util.Map;
import java.util.Set;

/** Batch inference jobs and batch segment jobs: create, describe, list. */
public final class BatchJobs implements Family, Lifecycle {
  /** The API reference of CreateBatchInferenceJob: no batch recommendations with these types. */
  private static final Set<String> NOT_IN_BATCH = Set.of("TRENDING_NOW", "PERSONALIZED_ACTIONS");

  private static final int MOST_USERS = 5_000_000;
  private final Catalog catalog;

  public BatchJobs(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateBatchInferenceJob", this::inference);
    table.add("CreateBatchSegmentJob", this::segment);
    for (ResourceKind kind :
        new ResourceKind[] {ResourceKind.BATCH_INFERENCE_JOB, ResourceKind.BATCH_SEGMENT_JOB}) {
      table.addReads(kind);
      table.addLife(kind, this);
    }
  }

  private Map<String, Object> inference(Call call) {
    Resource version = call.target(ResourceKind.SOLUTION_VERSION);
    Creation creation =
        Creation.named(call, ResourceKind.BATCH_INFERENCE_JOB, call.text("jobName"));
    Recipe recipe = catalog.recipe(version.text("recipeArn"));
    if (recipe != null && (recipe.segments() || NOT_IN_BATCH.contains(recipe.type()))) {
      throw ServiceException.invalidInput(
          "Batch recommendations are not supported for the recipe %s.", recipe.name());
    }
    String mode = call.input().getOrDefault("batchInferenceJobMode", "BATCH_INFERENCE").toString();
    boolean themes = mode.equals("THEME_GENERATION");
    if (themes && (recipe == null || !recipe.name().equals("aws-similar-items"))) {
      throw ServiceException.invalidInput(
          "THEME_GENERATION is supported only for the Similar-Items recipe.");
    }
    if (themes != call.input().containsKey("themeGenerationConfig")) {
      throw ServiceException.invalidInput(
          "themeGenerationConfig goes with the mode THEME_GENERATION.");
    }
    checkConfig(call.object("batchInferenceJobConfig"), recipe);
    checkCommon(call, version);
    Map<String, Object> members =
        Members.of(
                call,
                "solutionVersionArn",
                "filterArn",
                "numResults",
                "jobInput",
                "jobOutput",
                "batchInferenceJobConfig",
                "roleArn",
                "themeGenerationConfig")
            .and("batchInferenceJobMode", mode)
            .map();
    return creation
        .withinProgress(Quota.BATCH_INFERENCE_JOBS)
        .begin(call.text("jobName"), version.arn(), Durations.BATCH, members);
  }

  private static void checkConfig(Map<String, Object> config, Recipe recipe) {
    if (config.get("itemExplorationConfig") instanceof Map<?, ?> exploration) {
      Exploration.check(exploration);
    }
    if (config.get("rankingInfluence") != null && (recipe == null || !recipe.semantic())) {
      throw ServiceException.invalidInput(
          "rankingInfluence is supported only for the aws-semantic-similarity recipe.");
    }
  }

  private Map<String, Object> segment(Call call) {
    Resource version = call.target(ResourceKind.SOLUTION_VERSION);
    Creation creation = Creation.named(call, ResourceKind.BATCH_SEGMENT_JOB, call.text("jobName"));
    Recipe recipe = catalog.recipe(version.text("recipeArn"));
    if (recipe == null || !recipe.segments()) {
      throw ServiceException.invalidInput(
          "User segments need a solution version of the aws-item-affinity or aws-item-attribute-affinity recipe.");
    }
    if (call.number("numResults", 1) > MOST_USERS) {
      throw ServiceException.invalidInput("A segment can have at most %d users.", MOST_USERS);
    }
    checkCommon(call, version);
    Map<String, Object> members =
        Members.of(
                call,
                "solutionVersionArn",
                "filterArn",
                "numResults",
                "jobInput",
                "jobOutput",
                "roleArn")
            .map();
    return creation
        .withinProgress(Quota.BATCH_SEGMENT_JOBS)
        .begin(call.text("jobName"), version.arn(), Durations.BATCH, members);
  }

  private static void checkCommon(Call call, Resource version) {
    if (call.number("numResults", 1) < 1) {
      throw ServiceException.invalidInput("numResults must be at least 1.");
    }
    Creation.active(version);
    if (call.text("filterArn") != null) {
      Resource filter =
          Creation.active(call.world().require(ResourceKind.FILTER, call.text("filterArn")));
      if (!filter.parent().equals(version.text("datasetGroupArn"))) {
        throw ServiceException.invalidInput(
            "The filter %s belongs to another dataset group than the solution version.",
            filter.arn());
      }
    }
  }

  @Override
  public String creationProblem(World world, Resource job) {
    Map<?, ?> source = (Map<?, ?>) job.object("jobInput").get("s3DataSource");
    String path = (String) source.get("path");
    if (path.contains("/missing")) {
      return "Path does not exist: " + path;
    }
    Resource version = world.find(job.text("solutionVersionArn"));
    return version == null || !version.is(Status.ACTIVE)
        ? "The solution version is not there any more."
        : null;
  }
}
