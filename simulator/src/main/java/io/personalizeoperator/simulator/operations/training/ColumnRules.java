package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.AvroField;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.events.Rows;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns that the configuration of a solution or recommender can name. */
public final class ColumnRules {
  private static final String EVENT_TYPE = "EVENT_TYPE";
  private static final List<String> TYPES = List.of("INTERACTIONS", "ITEMS", "USERS");

  private ColumnRules() {}

  /**
   * Checks trainingDataConfig (developer guide, "Configuring columns used when training"; API
   * reference, TrainingDataConfig: each key is a dataset type).
   *
   * @throws ServiceException InvalidInputException
   */
  @SuppressWarnings("unchecked")
  public static void checkTrainingData(Recipe recipe, Map<String, Object> config) {
    if (!(config.get("trainingDataConfig") instanceof Map<?, ?> columns)) {
      return;
    }
    if (recipe.recommendsActions()) {
      throw ServiceException.invalidInput(
          "The columns used when training can be configured only for recipes that generate item recommendations"
              + " or user segments; %s does not.",
          recipe.name());
    }
    for (String member : List.of("excludedDatasetColumns", "includedDatasetColumns")) {
      if (columns.get(member) instanceof Map<?, ?> byType) {
        byType.forEach((type, names) -> checkType((String) type));
      }
    }
    if (columns.get("excludedDatasetColumns") instanceof Map<?, ?> excluded
        && excluded.values().stream()
            .anyMatch(names -> ((List<String>) names).contains(EVENT_TYPE))) {
      throw ServiceException.invalidInput(
          "The column EVENT_TYPE cannot be excluded from training.");
    }
  }

  private static void checkType(String type) {
    if (!TYPES.contains(type.toUpperCase(Locale.ROOT))) {
      throw ServiceException.invalidInput(
          "trainingDataConfig names the dataset type %s; it can name %s.", type, TYPES);
    }
  }

  /**
   * Checks optimizationObjective (developer guide, "Optimizing a solution for an additional
   * objective").
   *
   * @throws ServiceException InvalidInputException
   */
  static void checkObjective(
      World world, String groupArn, Recipe recipe, Map<String, Object> config) {
    if (!(config.get("optimizationObjective") instanceof Map<?, ?> objective)) {
      return;
    }
    if (!recipe.takesObjective()) {
      throw ServiceException.invalidInput(
          "optimizationObjective is supported only for solutions that use the aws-user-personalization or"
              + " aws-personalized-ranking recipe.");
    }
    if (!(objective.get("itemAttribute") instanceof String column)) {
      return;
    }
    SchemaDocument items = schema(world, groupArn, FilterDataset.ITEMS);
    AvroField field = items == null ? null : items.field(column);
    if (field == null || !field.field().type().isNumber() || field.field().nullable()) {
      throw ServiceException.invalidInput(
          "The itemAttribute %s of optimizationObjective must be a column of the ITEMS dataset with a numerical type"
              + " that does not allow null.",
          column);
    }
  }

  /**
   * Checks that the interactions have event types (developer guide, "Optimizing a solution with
   * events configuration"). Nothing is known before the dataset exists.
   *
   * @throws ServiceException InvalidInputException
   */
  static void checkEventTypes(World world, String groupArn) {
    SchemaDocument interactions = schema(world, groupArn, FilterDataset.INTERACTIONS);
    if (interactions != null && interactions.field(EVENT_TYPE) == null) {
      throw ServiceException.invalidInput(
          "eventsConfig needs an INTERACTIONS dataset with an EVENT_TYPE column.");
    }
  }

  /** The schema of the dataset of that type in a group; null when there is no such dataset. */
  public static SchemaDocument schema(World world, String groupArn, FilterDataset type) {
    Resource dataset = Rows.dataset(world, groupArn, type);
    return dataset == null ? null : Rows.schema(world, dataset);
  }
}
