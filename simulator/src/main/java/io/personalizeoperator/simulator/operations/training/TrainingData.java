package io.personalizeoperator.simulator.operations.training;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.world.World;

/** The interactions that a training of a dataset group reads. */
public final class TrainingData {
  private TrainingData() {}

  /** The ARN of the dataset of that type in a group, whether it exists or not. */
  static String dataset(World world, String groupArn, FilterDataset type) {
    String group = groupArn.substring(groupArn.indexOf('/') + 1);
    return world.key().arn("dataset", group + "/" + type.name());
  }

  /**
   * Checks whether there is enough data for a training.
   *
   * @param eventType counts only interactions of that type; null: all
   * @return null when there is enough, else the failureReason
   */
  public static String problem(World world, DatasetStore store, String groupArn, String eventType) {
    String interactions = dataset(world, groupArn, FilterDataset.INTERACTIONS);
    if (world.find(interactions) == null) {
      return "The dataset group has no %s dataset.".formatted(FilterDataset.INTERACTIONS.name());
    }
    return store.of(interactions).trainingProblem(eventType);
  }
}
