package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.world.Due;
import io.personalizeoperator.simulator.world.Kind;
import io.personalizeoperator.simulator.world.Pace;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.Turn;
import io.personalizeoperator.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Automatic training (developer guide, "Configuring automatic training"): the first one an hour
 * after the solution, or the update that turns it on, is ACTIVE, unless somebody trains by hand in
 * that hour; then every so many days, 7 when not said otherwise.
 */
final class Trainings {
  private static final Duration FIRST = Duration.ofHours(1);
  private static final int DEFAULT_DAYS = 7;

  /** How the schedule stands: the member holds the expression that the present due goes back to. */
  private static final String PLANNED = "simulator.planned";

  private static final String FIRST_ONE = "simulator.first";
  private final Faults faults;

  Trainings(Faults faults) {
    this.faults = faults;
  }

  /**
   * Brings the schedule in line with the solution's configuration, after its creation and after
   * each update.
   */
  void plan(World world, Resource solution) {
    boolean planned = solution.members().containsKey(PLANNED);
    if (!solution.flag("performAutoTraining")) {
      world.move(
          World.cancel(solution, Due.Step.AUTOMATIC_TRAINING)
              .with(PLANNED, null)
              .with(FIRST_ONE, null));
      return;
    }
    Integer days = days(solution);
    if (!planned) {
      Resource first = solution.with(PLANNED, days).with(FIRST_ONE, world.now());
      world.move(World.plan(first, world.in(FIRST, Due.Step.AUTOMATIC_TRAINING)));
    } else if (!days.equals(solution.members().get(PLANNED))
        && solution.members().get(FIRST_ONE) == null) {
      Resource changed = World.cancel(solution, Due.Step.AUTOMATIC_TRAINING).with(PLANNED, days);
      world.move(
          World.plan(
              changed, world.in(untilNext(world, solution, days), Due.Step.AUTOMATIC_TRAINING)));
    }
  }

  private static Duration untilNext(World world, Resource solution, int days) {
    List<Resource> versions = world.children(Kind.SOLUTION_VERSION, solution.arn());
    Instant last = versions.isEmpty() ? world.now() : versions.getLast().created();
    Duration wait = Duration.between(world.now(), last.plus(Duration.ofDays(days)));
    return wait.compareTo(FIRST) < 0 ? FIRST : wait;
  }

  private static int days(Resource solution) {
    if (solution.object("solutionConfig").get("autoTrainingConfig") instanceof Map<?, ?> automatic
        && automatic.get("schedulingExpression") instanceof String expression) {
      return SolutionRules.days(expression);
    }
    return DEFAULT_DAYS;
  }

  /** An automatic training is due: starts it, and plans the next one. */
  void train(World world, Resource solution) {
    boolean skipped =
        solution.members().get(FIRST_ONE) instanceof Instant since
            && world.children(Kind.SOLUTION_VERSION, solution.arn()).stream()
                .anyMatch(version -> !version.created().isBefore(since));
    if (!skipped && world.busy(Kind.SOLUTION_VERSION) >= world.settings().quota(Quota.TRAININGS)) {
      world.move(World.plan(solution, world.in(FIRST, Due.Step.AUTOMATIC_TRAINING)));
      return;
    }
    Duration next = Duration.ofDays(days(solution));
    world.move(
        World.plan(solution.with(FIRST_ONE, null), world.in(next, Due.Step.AUTOMATIC_TRAINING)));
    if (!skipped) {
      start(world, world.find(solution.arn()), null, "FULL", "AUTOMATIC", Map.of());
    }
  }

  /** Starts a training of a solution and gives the ARN of the new version. */
  String start(
      World world,
      Resource solution,
      String name,
      String mode,
      String type,
      Map<String, String> tags) {
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
    String failure = faults.failure("CreateSolutionVersion");
    Resource version =
        new Resource(
            Kind.SOLUTION_VERSION,
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
    Turn.create(world, version, world.settings().duration(Pace.TRAINING));
    return arn;
  }
}
