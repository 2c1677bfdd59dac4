package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.TrainingFilter;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Describe;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Tags;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.OfflineMetrics;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import io.personalizeoperator.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * CreateSolutionVersion, DescribeSolutionVersion, ListSolutionVersions,
 * StopSolutionVersionCreation, GetSolutionMetrics.
 */
public final class SolutionVersions implements Family, Lifecycle {
  /** The members that a version copies from its solution when training starts. */
  static final List<String> INHERITED =
      List.of(
          "performHPO",
          "performAutoML",
          "performIncrementalUpdate",
          "recipeArn",
          "eventType",
          "datasetGroupArn",
          "solutionConfig");

  private static final String METRICS = "simulator.metrics";
  private static final double SECONDS_PER_HOUR = 3600.0;

  /** The part of the duration of a training that stopping takes: the same as starting. */
  private static final int STOP_PART = 10;

  private final Catalog catalog;
  private final DatasetStore store;
  private final Trainings trainings;
  private final BiConsumer<World, String> campaigns;

  /**
   * Creates the operations of solution versions.
   *
   * @param campaigns called with a solution's ARN after a version of it has become ACTIVE
   */
  public SolutionVersions(
      Catalog catalog,
      DatasetStore store,
      Trainings trainings,
      BiConsumer<World, String> campaigns) {
    this.catalog = catalog;
    this.store = store;
    this.trainings = trainings;
    this.campaigns = campaigns;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateSolutionVersion", this::create);
    table.add("StopSolutionVersionCreation", SolutionVersions::stop);
    table.add("GetSolutionMetrics", SolutionVersions::metrics);
    table.addReads(ResourceKind.SOLUTION_VERSION);
    table.addLife(ResourceKind.SOLUTION_VERSION, this);
  }

  private Map<String, Object> create(Call call) {
    Map<String, String> tags = Tags.ofCreation(call);
    Resource solution = call.target(ResourceKind.SOLUTION);
    String name = call.text("name");
    List<Resource> versions = call.world().children(ResourceKind.SOLUTION_VERSION, solution.arn());
    for (Resource version : versions) {
      if (name != null && name.equals(version.name())) {
        throw ServiceException.alreadyExists(version.arn());
      }
    }
    Creation.active(solution);
    String mode = call.input().getOrDefault("trainingMode", "FULL").toString();
    if (mode.equals("UPDATE")) {
      checkUpdate(solution, versions);
    }
    int limit = call.settings().quota(Quota.TRAININGS);
    if (call.world().busy(ResourceKind.SOLUTION_VERSION) >= limit) {
      throw ServiceException.limitExceeded(
          "More than %d resources with PENDING or IN_PROGRESS status.", limit);
    }
    String arn =
        trainings.start(call.world(), solution, name, mode, "MANUAL", tags, call.failure());
    return Map.of("solutionVersionArn", arn);
  }

  private void checkUpdate(Resource solution, List<Resource> versions) {
    Recipe recipe = catalog.recipe(solution.text("recipeArn"));
    if (recipe == null || !recipe.canUpdate()) {
      throw ServiceException.invalidInput(
          "The training mode UPDATE is supported only for the aws-user-personalization and aws-hrnn-coldstart recipes.");
    }
    if (versions.stream()
        .noneMatch(one -> one.is(Status.ACTIVE) && "FULL".equals(one.text("trainingMode")))) {
      throw ServiceException.invalidInput(
          "The training mode UPDATE needs an ACTIVE solution version that was created with the training mode FULL.");
    }
  }

  private static Map<String, Object> stop(Call call) {
    Resource version = call.target(ResourceKind.SOLUTION_VERSION);
    Duration training = call.settings().training(solutionName(version));
    if (version.is(Status.CREATE_PENDING)) {
      // A pending training has nothing to stop.
      StatusTransitions.hasten(call.world(), version, Status.CREATE_STOPPING, Duration.ZERO);
    } else if (version.is(Status.CREATE_IN_PROGRESS)) {
      StatusTransitions.hasten(
          call.world(), version, Status.CREATE_STOPPING, training.dividedBy(STOP_PART));
    } else {
      throw ServiceException.inUse(
          "The solution version %s cannot be stopped: its status is %s.",
          version.arn(), version.status());
    }
    return Map.of();
  }

  private static Map<String, Object> metrics(Call call) {
    Resource version = Describe.visible(call, ResourceKind.SOLUTION_VERSION);
    if (Status.busy(version.status())) {
      throw ServiceException.inUse(
          "The solution version %s has no metrics yet: its status is %s.",
          version.arn(), version.status());
    }
    Map<String, Object> set =
        call.settings()
            .trainings()
            .ofVersion(solutionName(version), version.name(), id(version))
            .metrics();
    boolean active = version.is(Status.ACTIVE);
    return Map.of(
        "solutionVersionArn",
        version.arn(),
        "metrics",
        active && set != null ? set : version.object(METRICS));
  }

  @Override
  public String creationProblem(World world, Resource version) {
    TrainingFilter filter =
        new TrainingFilter(
            version.text("eventType"),
            (String) version.object("solutionConfig").get("eventValueThreshold"));
    return TrainingData.problem(
        world,
        store,
        catalog.recipe(version.text("recipeArn")),
        version.text("datasetGroupArn"),
        filter);
  }

  @Override
  public Resource made(World world, Resource version) {
    Duration trained = Duration.between(version.created(), world.now());
    OfflineMetrics figures =
        world.settings().trainings().results(solutionName(version), version.name(), id(version));
    Resource made =
        version
            .with("trainingHours", trained.toMillis() / 1000 / SECONDS_PER_HOUR)
            .with(
                METRICS,
                figures.metrics() == null ? OfflineFigures.metrics(version) : figures.metrics());
    if (version.flag("performAutoML")) {
      made = made.with("recipeArn", AutoMl.bestRecipe(version));
    }
    if (!version.flag("performHPO")) {
      return made;
    }
    Map<String, Object> tuned =
        figures.tunedHyperParameters() == null
            ? OfflineFigures.tuned(version)
            : figures.tunedHyperParameters();
    return made.with("tunedHPOParams", Map.of("algorithmHyperParameters", tuned));
  }

  private static String id(Resource version) {
    return version.arn().substring(version.arn().lastIndexOf('/') + 1);
  }

  private static String solutionName(Resource version) {
    String[] parts = version.arn().split("/");
    return parts[parts.length - 2];
  }

  @Override
  public void settled(World world, Resource version) {
    if (version.flag("performAutoML")) {
      Resource solution = world.require(ResourceKind.SOLUTION, version.parent());
      world.move(solution.with("autoMLResult", Map.of("bestRecipeArn", version.text("recipeArn"))));
    }
    campaigns.accept(world, version.parent());
  }
}
