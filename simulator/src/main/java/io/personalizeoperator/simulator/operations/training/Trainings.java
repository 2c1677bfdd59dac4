package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.operations.Ids;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.ScheduledStep;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import io.personalizeoperator.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Automatic training (developer guide, "Configuring automatic training" and "Updating a solution"):
 * the first training starts within the hour after the solution, or the update that enables it or
 * changes its frequency, is ACTIVE, unless a user starts a training in that hour. Later trainings
 * follow by the frequency, by default every 7 days, and only if interactions came in since the last
 * training.
 */
public final class Trainings {
  private static final Duration FIRST = Duration.ofHours(1);
  private static final int DEFAULT_DAYS = 7;

  /** The internal member with the days of the current schedule; absent: there is none. */
  private static final String PLANNED = "simulator.planned";

  /**
   * The internal member with the start of the wait for the first training of a schedule; absent:
   * the wait is over.
   */
  private static final String AWAITED = "simulator.awaited";

  private final Catalog catalog;
  private final Faults faults;
  private final DatasetStore store;

  public Trainings(Catalog catalog, Faults faults, DatasetStore store) {
    this.catalog = catalog;
    this.faults = faults;
    this.store = store;
  }

  /**
   * Adapts the schedule to the solution's configuration, after its creation and after each update.
   */
  void plan(World world, Resource solution) {
    Integer days = solution.flag("performAutoTraining") ? days(solution) : null;
    if (Objects.equals(days, solution.members().get(PLANNED))) {
      return;
    }
    Resource idle =
        World.cancel(solution, ScheduledStep.Step.AUTOMATIC_TRAINING).with(PLANNED, days);
    if (days == null) {
      world.move(idle.with(AWAITED, null));
    } else {
      ScheduledStep first = world.in(FIRST, ScheduledStep.Step.AUTOMATIC_TRAINING);
      world.move(World.plan(idle.with(AWAITED, world.now()), first));
    }
  }

  private static int days(Resource solution) {
    if (solution.object("solutionConfig").get("autoTrainingConfig") instanceof Map<?, ?> automatic
        && automatic.get("schedulingExpression") instanceof String expression) {
      return SolutionRules.days(expression);
    }
    return DEFAULT_DAYS;
  }

  /**
   * Starts an automatic training that is due, unless there is a reason not to, and schedules the
   * next one.
   */
  void train(World world, Resource solution) {
    List<Resource> versions = world.children(ResourceKind.SOLUTION_VERSION, solution.arn());
    boolean byHand =
        solution.members().get(AWAITED) instanceof Instant since
            && versions.stream().anyMatch(version -> !version.created().isBefore(since));
    boolean wanted = !byHand && newData(world, solution, versions);
    if (wanted
        && world.busy(ResourceKind.SOLUTION_VERSION) >= world.settings().quota(Quota.TRAININGS)) {
      world.move(World.plan(solution, world.in(FIRST, ScheduledStep.Step.AUTOMATIC_TRAINING)));
      return;
    }
    Duration next = Duration.ofDays(days(solution));
    world.move(
        World.plan(
            solution.with(AWAITED, null), world.in(next, ScheduledStep.Step.AUTOMATIC_TRAINING)));
    if (wanted) {
      start(
          world,
          world.find(solution.arn()),
          null,
          "FULL",
          "AUTOMATIC",
          Map.of(),
          faults.failure("CreateSolutionVersion", input(solution)));
    }
  }

  /**
   * The input of a CreateSolutionVersion call that would start the automatic training, for faults.
   */
  private static String input(Resource solution) {
    return "{\"solutionArn\":\"%s\"}".formatted(solution.arn());
  }

  private boolean newData(World world, Resource solution, List<Resource> versions) {
    if (versions.isEmpty()) {
      return true;
    }
    String group = solution.text("datasetGroupArn");
    Instant last = versions.getLast().created();
    Recipe recipe = catalog.recipe(solution.text("recipeArn"));
    boolean actions = recipe != null && recipe.recommendsActions();
    return Stream.of(FilterDataset.INTERACTIONS, FilterDataset.ACTION_INTERACTIONS)
        .filter(type -> type == FilterDataset.INTERACTIONS || actions)
        .map(type -> store.of(TrainingData.dataset(world, group, type)))
        .anyMatch(content -> content.changedSince(last));
  }

  /**
   * Starts a training of a solution and returns the ARN of the new version.
   *
   * @param failure the failureReason when a fault lets it fail, else null
   */
  String start(
      World world,
      Resource solution,
      String name,
      String mode,
      String type,
      Map<String, String> tags,
      String failure) {
    long sequence = world.nextSequence();
    String arn = solution.arn() + "/" + Ids.hex(solution.arn() + " " + sequence);
    Members members =
        new Members()
            .and("solutionArn", solution.arn())
            .and("trainingMode", mode)
            .and("trainingType", type);
    for (String inherited : SolutionVersions.INHERITED) {
      members.and(inherited, solution.members().get(inherited));
    }
    Resource version =
        new Resource(
            ResourceKind.SOLUTION_VERSION,
            arn,
            name,
            sequence,
            solution.arn(),
            Status.CREATE_PENDING,
            world.now(),
            world.now(),
            null,
            members.and(Resource.FAILURE, failure).map(),
            tags,
            List.of());
    StatusTransitions.create(world, version, world.settings().training(solution.name()));
    return arn;
  }
}
