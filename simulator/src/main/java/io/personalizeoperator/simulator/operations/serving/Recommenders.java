package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.Warehouse;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.operations.training.OfflineFigures;
import io.personalizeoperator.simulator.operations.training.TrainingData;
import io.personalizeoperator.simulator.world.Kind;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Pace;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.Turn;
import io.personalizeoperator.simulator.world.World;
import java.util.HashMap;
import java.util.Map;

/** The operations of recommenders: create, describe, list, update, delete, start and stop. */
public final class Recommenders implements Family, Lifecycle {
  private static final String CONFIG = "recommenderConfig";
  private static final String RATE = "minRecommendationRequestsPerSecond";
  private final Catalog catalog;
  private final Warehouse warehouse;

  public Recommenders(Catalog catalog, Warehouse warehouse) {
    this.catalog = catalog;
    this.warehouse = warehouse;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateRecommender", this::create);
    table.add("UpdateRecommender", this::update);
    table.add(
        "DeleteRecommender", call -> Deletion.begin(call, Deletion.target(call, Kind.RECOMMENDER)));
    table.add("StartRecommender", Recommenders::start);
    table.add("StopRecommender", Recommenders::stop);
    table.addReads(Kind.RECOMMENDER);
    table.addLife(Kind.RECOMMENDER, this);
  }

  private Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, Kind.RECOMMENDER, call.text("name"));
    Recipe recipe = catalog.recipe(call.text("recipeArn"));
    if (recipe == null) {
      throw ServiceException.notFound(call.text("recipeArn"));
    }
    if (recipe.domain() == null || !recipe.domain().equals(group.text("domain"))) {
      throw ServiceException.invalidInput(
          "The recipe %s is no use case of the domain of the dataset group %s.",
          recipe.arn(), group.arn());
    }
    Map<String, Object> config = new HashMap<>(call.object(CONFIG));
    checkExploration(recipe, config);
    Creation.active(group);
    // The API reference: the default is 1 request per second.
    config.putIfAbsent(RATE, 1);
    return creation
        .within(Quota.RECOMMENDERS, call.world().count(Kind.RECOMMENDER, group.arn()))
        .begin(
            call.text("name"),
            group.arn(),
            Pace.RECOMMENDER,
            Members.of(call, "datasetGroupArn", "recipeArn").and(CONFIG, Map.copyOf(config)).map());
  }

  private static void checkExploration(Recipe recipe, Map<String, Object> config) {
    if (config.get("itemExplorationConfig") instanceof Map<?, ?> exploration) {
      if (!recipe.type().equals("USER_PERSONALIZATION")) {
        throw ServiceException.invalidInput(
            "itemExplorationConfig is supported only for recommenders that personalize for a user.");
      }
      Exploration.check(exploration);
    }
  }

  private Map<String, Object> update(Call call) {
    Resource recommender = Creation.active(call.target(Kind.RECOMMENDER));
    if (recommender.updating()) {
      throw ServiceException.inUse(
          "An update of the recommender %s is in progress.", recommender.arn());
    }
    Map<String, Object> config = new HashMap<>(recommender.object(CONFIG));
    config.putAll(call.object(CONFIG));
    checkExploration(catalog.recipe(recommender.text("recipeArn")), config);
    Updates.begin(call, recommender, Map.of(CONFIG, Map.copyOf(config)), Pace.RECOMMENDER_UPDATE);
    return Map.of("recommenderArn", recommender.arn());
  }

  private static Map<String, Object> start(Call call) {
    return move(call, Status.INACTIVE, Status.START_PENDING, Pace.RECOMMENDER_START);
  }

  private static Map<String, Object> stop(Call call) {
    return move(call, Status.ACTIVE, Status.STOP_PENDING, Pace.RECOMMENDER_STOP);
  }

  private static Map<String, Object> move(Call call, String from, String to, Pace pace) {
    Resource recommender = call.target(Kind.RECOMMENDER);
    if (!recommender.is(from) || recommender.updating()) {
      throw ServiceException.inUse(
          "The recommender %s must be %s; its status is %s.",
          recommender.arn(), from, recommender.updating() ? "being updated" : recommender.status());
    }
    Turn.change(call.world(), recommender, to, call.settings().duration(pace));
    return Map.of("recommenderArn", recommender.arn());
  }

  @Override
  public String creationProblem(World world, Resource recommender) {
    return TrainingData.problem(world, warehouse, recommender.text("datasetGroupArn"), null);
  }

  @Override
  public Resource made(World world, Resource recommender) {
    return recommender.with("modelMetrics", OfflineFigures.metrics(recommender));
  }

  @Override
  public Resource updated(World world, Resource recommender, Map<String, Object> update) {
    return recommender.with(CONFIG, update.get(CONFIG));
  }
}
