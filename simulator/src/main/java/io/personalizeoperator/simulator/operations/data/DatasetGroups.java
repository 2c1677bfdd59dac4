package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.List;
import java.util.Map;

/** CreateDatasetGroup, DescribeDatasetGroup, ListDatasetGroups, DeleteDatasetGroup. */
public final class DatasetGroups implements Family {
  /** The kinds to delete first (API reference of DeleteDatasetGroup, developer guide). */
  private static final List<ResourceKind> CHILDREN =
      List.of(
          ResourceKind.EVENT_TRACKER,
          ResourceKind.SOLUTION,
          ResourceKind.RECOMMENDER,
          ResourceKind.FILTER,
          ResourceKind.METRIC_ATTRIBUTION,
          ResourceKind.DATASET);

  @Override
  public void register(OperationTable table) {
    table.add("CreateDatasetGroup", DatasetGroups::create);
    table.add("DeleteDatasetGroup", DatasetGroups::delete);
    table.addReads(ResourceKind.DATASET_GROUP);
  }

  private static Map<String, Object> create(Call call) {
    if ((call.text("kmsKeyArn") == null) != (call.text("roleArn") == null)) {
      throw ServiceException.invalidInput(
          "A KMS key needs an IAM role that may use it, and an IAM role is valid only with a KMS key.");
    }
    Creation creation =
        Creation.named(call, ResourceKind.DATASET_GROUP, call.text("name"))
            .within(Quota.DATASET_GROUPS, call.world().count(ResourceKind.DATASET_GROUP, null));
    Map<String, Object> answer =
        creation.begin(
            call.text("name"),
            null,
            Durations.DATASET_GROUP,
            Members.of(call, "roleArn", "kmsKeyArn", "domain").map());
    return new Members()
        .and("domain", call.text("domain"))
        .and("datasetGroupArn", answer.get("datasetGroupArn"))
        .map();
  }

  private static Map<String, Object> delete(Call call) {
    Resource group = Deletion.target(call, ResourceKind.DATASET_GROUP);
    CHILDREN.forEach(child -> Deletion.without(call, group, child));
    return Deletion.begin(call, group);
  }

  /**
   * The dataset group that a Create call names.
   *
   * @throws ServiceException ResourceNotFoundException
   */
  public static Resource of(Call call) {
    return call.target(ResourceKind.DATASET_GROUP);
  }
}
