package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.model.Shape;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Describe;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.ScheduledStep;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CreateSolution, DescribeSolution, ListSolutions, UpdateSolution, DeleteSolution. */
public final class Solutions implements Family, Lifecycle {
  private static final String CONFIG = "solutionConfig";
  private final SolutionRules rules;
  private final Trainings trainings;
  private final Shape.Structure solution;
  private final Shape.Structure versionSummary;

  public Solutions(ServiceModel model, Catalog catalog, Trainings trainings) {
    this.rules = new SolutionRules(catalog);
    this.trainings = trainings;
    this.solution =
        (Shape.Structure) model.operation("DescribeSolution").output().member("solution").shape();
    this.versionSummary = (Shape.Structure) solution.member("latestSolutionVersion").shape();
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateSolution", this::create);
    table.addList(ResourceKind.SOLUTION);
    table.add("DescribeSolution", this::describe);
    table.add("UpdateSolution", this::update);
    table.add("DeleteSolution", Solutions::delete);
    table.addLife(ResourceKind.SOLUTION, this);
  }

  private Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, ResourceKind.SOLUTION, call.text("name"));
    rules.checkCreation(call, group);
    Creation.active(group);
    Map<String, Object> members =
        Members.of(call, "recipeArn", "datasetGroupArn", "eventType", CONFIG)
            .and("performHPO", call.flag("performHPO", false))
            .and("performAutoML", call.flag("performAutoML", false))
            // AWS's default is true, every 7 days. Owners of a retrain schedule must set false.
            .and("performAutoTraining", call.flag("performAutoTraining", true))
            .and("performIncrementalUpdate", call.flag("performIncrementalUpdate", false))
            .map();
    return creation
        .within(Quota.SOLUTIONS, call.world().count(ResourceKind.SOLUTION, group.arn()))
        .begin(call.text("name"), group.arn(), Durations.SOLUTION, members);
  }

  private Map<String, Object> describe(Call call) {
    Resource seen = Describe.visible(call, ResourceKind.SOLUTION);
    Map<String, Object> view = new HashMap<>(Describe.view(solution, seen));
    List<Resource> versions =
        call.world().page(ResourceKind.SOLUTION_VERSION, seen.arn(), 0, Integer.MAX_VALUE);
    if (!versions.isEmpty()) {
      view.put("latestSolutionVersion", Describe.view(versionSummary, versions.getLast()));
    }
    return Map.of("solution", view);
  }

  private Map<String, Object> update(Call call) {
    Resource present = Creation.active(call.target(ResourceKind.SOLUTION));
    if (present.updating()) {
      throw ServiceException.inUse("An update of the solution %s is in progress.", present.arn());
    }
    rules.checkUpdate(call, present);
    Updates.begin(
        call,
        present,
        Members.of(call, "solutionUpdateConfig", "performAutoTraining", "performIncrementalUpdate")
            .map(),
        Durations.SOLUTION_UPDATE);
    return Map.of("solutionArn", present.arn());
  }

  private static Map<String, Object> delete(Call call) {
    Resource present = Deletion.target(call, ResourceKind.SOLUTION);
    Deletion.without(call, present, ResourceKind.CAMPAIGN);
    Deletion.noneAtWork(call, present, ResourceKind.SOLUTION_VERSION, present.arn());
    return Deletion.begin(call, present);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Resource updated(World world, Resource present, Map<String, Object> update) {
    Resource changed = present;
    for (String flag : List.of("performAutoTraining", "performIncrementalUpdate")) {
      if (update.containsKey(flag)) {
        changed = changed.with(flag, update.get(flag));
      }
    }
    Map<String, Object> given = (Map<String, Object>) update.get("solutionUpdateConfig");
    if (given != null && !given.isEmpty()) {
      Map<String, Object> config = new HashMap<>(changed.object(CONFIG));
      config.putAll(given);
      changed = changed.with(CONFIG, Map.copyOf(config));
    }
    return changed;
  }

  @Override
  public void settled(World world, Resource present) {
    trainings.plan(world, present);
  }

  @Override
  public void due(World world, Resource present, ScheduledStep.Step step) {
    if (present.is(Status.ACTIVE)) {
      trainings.train(world, present);
    }
  }

  @Override
  public void removed(World world, Resource gone) {
    world.children(ResourceKind.SOLUTION_VERSION, gone.arn()).forEach(world::remove);
  }
}
