package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.catalog.Recipe;
import io.personalizeoperator.simulator.datasets.AvroField;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.datasets.TrainingFilter;
import io.personalizeoperator.simulator.world.World;

/** The data that a training of a dataset group reads. */
public final class TrainingData {
  private TrainingData() {}

  /** The ARN of the dataset of that type in a group, whether it exists or not. */
  static String dataset(World world, String groupArn, FilterDataset type) {
    String group = groupArn.substring(groupArn.indexOf('/') + 1);
    return world.key().arn("dataset", group + "/" + type.name());
  }

  /**
   * Checks whether a dataset group has the data that a training needs (developer guide, the pages
   * on the recipes, "Required and optional datasets").
   *
   * @param recipe null: chosen by AutoML among the recipes for user personalization
   * @return null when it has, else the failureReason
   */
  static String problem(
      World world, DatasetStore store, Recipe recipe, String groupArn, TrainingFilter filter) {
    if (recipe != null && recipe.semantic()) {
      return itemsProblem(world, groupArn);
    }
    if (recipe != null
        && recipe.recommendsActions()
        && ColumnRules.schema(world, groupArn, FilterDataset.ACTIONS) == null) {
      return lacks(FilterDataset.ACTIONS);
    }
    return interactionsProblem(world, store, groupArn, filter);
  }

  /** Checks whether there are enough interactions; null, else the failureReason. */
  public static String interactionsProblem(
      World world, DatasetStore store, String groupArn, TrainingFilter filter) {
    String interactions = dataset(world, groupArn, FilterDataset.INTERACTIONS);
    return world.find(interactions) == null
        ? lacks(FilterDataset.INTERACTIONS)
        : store.of(interactions).trainingProblem(filter);
  }

  private static String itemsProblem(World world, String groupArn) {
    SchemaDocument items = ColumnRules.schema(world, groupArn, FilterDataset.ITEMS);
    if (items == null) {
      return lacks(FilterDataset.ITEMS);
    }
    if (items.fields().stream().noneMatch(AvroField::itemName)) {
      return "The schema of the ITEMS dataset has no string field with itemName set to true.";
    }
    return items.fields().stream().anyMatch(field -> field.field().textual())
        ? null
        : "The schema of the ITEMS dataset has no textual field.";
  }

  private static String lacks(FilterDataset type) {
    return "The dataset group has no %s dataset.".formatted(type.name());
  }
}
