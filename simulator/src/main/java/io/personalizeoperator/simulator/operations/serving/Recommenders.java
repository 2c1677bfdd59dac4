package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.TrainingFilter;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.operations.training.ColumnRules;
import io.personalizeoperator.simulator.operations.training.OfflineFigures;
import io.personalizeoperator.simulator.operations.training.TrainingData;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import io.personalizeoperator.simulator.world.World;
import java.util.HashMap;
import java.util.Map;

/** The operations of recommenders: create, describe, list, update, delete, start and stop. */
public final class Recommenders implements Family, Lifecycle {
  private static final String CONFIG = "recommenderConfig";
  private static final String RATE = "minRecommendationRequestsPerSecond";
  private final Catalog catalog;
  private final DatasetStore store;

  public Recommenders(Catalog catalog, DatasetStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateRecommender", this::create);
    table.add("UpdateRecommender", this::update);
    table.add(
        "DeleteRecommender",
        call -> Deletion.begin(call, Deletion.target(call, ResourceKind.RECOMMENDER)));
    table.add("StartRecommender", Recommenders::start);
    table.add("StopRecommender", Recommenders::stop);
    table.addReads(ResourceKind.RECOMMENDER);
    table.addLife(ResourceKind.RECOMMENDER, this);
  }

  private Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, ResourceKind.RECOMMENDER, call.text("name"));
    Recipe recipe = catalog.named(call.text("recipeArn"), call.world().key().partition(), "recipe");
    if (recipe.domain() == null || !recipe.domain().equals(group.text("domain"))) {
      throw ServiceException.invalidInput(
          "The recipe %s is no use case of the domain of the dataset group %s.",
          call.text("recipeArn"), group.arn());
    }
    Map<String, Object> config = new HashMap<>(call.object(CONFIG));
    checkConfig(recipe, config);
    Creation.active(group);
    // The API reference: the default is 1 request per second.
    config.putIfAbsent(RATE, 1);
    return creation
        .within(Quota.RECOMMENDERS, call.world().count(ResourceKind.RECOMMENDER, group.arn()))
        .begin(
            call.text("name"),
            group.arn(),
            Durations.RECOMMENDER,
            Members.of(call, "datasetGroupArn", "recipeArn").and(CONFIG, Map.copyOf(config)).map());
  }

  private static void checkConfig(Recipe recipe, Map<String, Object> config) {
    ColumnRules.checkTrainingData(recipe, config);
    if (config.get("itemExplorationConfig") instanceof Map<?, ?> exploration) {
      if (!recipe.type().equals("USER_PERSONALIZATION")) {
        throw ServiceException.invalidInput(
            "itemExplorationConfig is supported only for recommenders that personalize for a user.");
      }
      Exploration.check(exploration);
    }
  }

  private Map<String, Object> update(Call call) {
    Resource recommender = Creation.active(call.target(ResourceKind.RECOMMENDER));
    if (recommender.updating()) {
      throw ServiceException.inUse(
          "An update of the recommender %s is in progress.", recommender.arn());
    }
    Map<String, Object> config = new HashMap<>(recommender.object(CONFIG));
    config.putAll(call.object(CONFIG));
    checkConfig(catalog.recipe(recommender.text("recipeArn")), config);
    Updates.begin(
        call, recommender, Map.of(CONFIG, Map.copyOf(config)), Durations.RECOMMENDER_UPDATE);
    return Map.of("recommenderArn", recommender.arn());
  }

  private static Map<String, Object> start(Call call) {
    return move(call, Status.INACTIVE, Status.START_PENDING, Durations.RECOMMENDER_START);
  }

  private static Map<String, Object> stop(Call call) {
    return move(call, Status.ACTIVE, Status.STOP_PENDING, Durations.RECOMMENDER_STOP);
  }

  private static Map<String, Object> move(Call call, String from, String to, Durations work) {
    Resource recommender = call.target(ResourceKind.RECOMMENDER);
    if (!recommender.is(from) || recommender.updating()) {
      throw ServiceException.inUse(
          "The recommender %s must be %s; its status is %s.",
          recommender.arn(), from, recommender.updating() ? "being updated" : recommender.status());
    }
    StatusTransitions.change(call.world(), recommender, to, call.settings().duration(work));
    return Map.of("recommenderArn", recommender.arn());
  }

  @Override
  public String creationProblem(World world, Resource recommender) {
    return TrainingData.interactionsProblem(
        world, store, recommender.text("datasetGroupArn"), TrainingFilter.NONE);
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
