package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Ids;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CreateEventTracker, DescribeEventTracker, ListEventTrackers, DeleteEventTracker. */
public final class EventTrackers implements Family {
  @Override
  public void register(OperationTable table) {
    table.add("CreateEventTracker", EventTrackers::create);
    table.add(
        "DeleteEventTracker",
        call -> Deletion.begin(call, Deletion.target(call, ResourceKind.EVENT_TRACKER)));
    table.addReads(ResourceKind.EVENT_TRACKER);
  }

  private static Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    String name = call.text("name");
    String seed = group.arn() + " " + name + " " + call.world().nextSequence();
    Creation creation = Creation.named(call, ResourceKind.EVENT_TRACKER, Ids.hex(seed));
    List<Resource> present = call.world().children(ResourceKind.EVENT_TRACKER, group.arn());
    if (!present.isEmpty()) {
      // The API reference: only one event tracker can be associated with a dataset group.
      throw ServiceException.alreadyExists(present.getFirst().arn());
    }
    Creation.active(group);
    String trackingId = Ids.uuid(seed);
    Map<String, Object> members =
        Members.of(call, "datasetGroupArn")
            .and("trackingId", trackingId)
            .and("accountId", call.world().key().account())
            .map();
    Map<String, Object> answer =
        new HashMap<>(creation.begin(name, group.arn(), Durations.EVENT_TRACKER, members));
    answer.put("trackingId", trackingId);
    return answer;
  }
}
