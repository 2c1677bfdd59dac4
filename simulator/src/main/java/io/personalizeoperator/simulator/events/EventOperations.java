package io.personalizeoperator.simulator.events;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.datasets.ValueRules;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Operation;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Amazon Personalize Events: records put one by one. Trainings, recommendations and filters see
 * them at once.
 */
public final class EventOperations {
  private final DatasetStore store;

  /** Creates operations that put records into that store. */
  public EventOperations(DatasetStore store) {
    this.store = store;
  }

  /** The operations by name. */
  public Map<String, Operation> operations() {
    return Map.of(
        "PutEvents", this::putEvents,
        "PutActionInteractions", this::putActionInteractions,
        "PutItems", call -> putMetadata(call, FilterDataset.ITEMS, "items", "itemId", "ITEM_ID"),
        "PutUsers", call -> putMetadata(call, FilterDataset.USERS, "users", "userId", "USER_ID"),
        "PutActions",
            call -> putMetadata(call, FilterDataset.ACTIONS, "actions", "actionId", "ACTION_ID"));
  }

  private Map<String, Object> putEvents(Call call) {
    String id = call.text("trackingId");
    Resource tracker =
        call.world().children(ResourceKind.EVENT_TRACKER, null).stream()
            .filter(one -> id.equals(one.text("trackingId")) && one.is(Status.ACTIVE))
            .findFirst()
            .orElseThrow(
                () ->
                    ServiceException.invalidInput(
                        "No ACTIVE event tracker has the tracking ID %s.", id));
    Resource dataset = Rows.dataset(call.world(), tracker.parent(), FilterDataset.INTERACTIONS);
    if (dataset == null || !dataset.is(Status.ACTIVE)) {
      throw ServiceException.invalidInput("The dataset group has no ACTIVE INTERACTIONS dataset.");
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, Object> event : list(call, "eventList")) {
      Map<String, String> row = event(event, call.text("userId"), call.text("sessionId"));
      put(row, "ITEM_ID", event.get("itemId"));
      put(row, "EVENT_VALUE", event.get("eventValue"));
      row.put("TIMESTAMP", seconds(event.get("sentAt")));
      Properties.into(
          row, (String) event.get("properties"), Rows.schema(call.world(), dataset), false);
      addNew(rows, row, dataset);
    }
    store.apply(
        new RecordChange(dataset.arn(), RecordChange.Type.PUT, List.copyOf(rows), call.now()));
    return Map.of();
  }

  private Map<String, Object> putActionInteractions(Call call) {
    String id = call.text("trackingId");
    Resource dataset =
        call.world().children(ResourceKind.DATASET, null).stream()
            .filter(one -> id.equals(one.text("trackingId")))
            .findFirst()
            .orElseThrow(() -> ServiceException.notFound(id));
    requireActive(dataset);
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, Object> event : list(call, "actionInteractions")) {
      checkEventType((String) event.get("eventType"));
      Map<String, String> row =
          event(event, (String) event.get("userId"), (String) event.get("sessionId"));
      put(row, "ACTION_ID", event.get("actionId"));
      row.put("TIMESTAMP", seconds(event.get("timestamp")));
      Properties.into(
          row, (String) event.get("properties"), Rows.schema(call.world(), dataset), false);
      addNew(rows, row, dataset);
    }
    store.apply(
        new RecordChange(dataset.arn(), RecordChange.Type.PUT, List.copyOf(rows), call.now()));
    return Map.of();
  }

  /** The API reference of ActionInteraction: Viewed, Taken and Not Taken. */
  private static void checkEventType(String eventType) {
    if (!ValueRules.isActionEvent(eventType)) {
      throw ServiceException.invalidInput(
          "The eventType of an action interaction must be Taken, Not Taken or Viewed; it is %s.",
          eventType);
    }
  }

  private static Map<String, String> event(
      Map<String, Object> event, String userId, String sessionId) {
    Map<String, String> row = new HashMap<>();
    // Before a user logs in, events belong to the session.
    row.put("USER_ID", userId == null ? sessionId : userId);
    put(row, "EVENT_TYPE", event.get("eventType"));
    put(row, Rows.EVENT_ID, event.get("eventId"));
    put(row, "RECOMMENDATION_ID", event.get("recommendationId"));
    return row;
  }

  /** Events that repeat an event ID are not used (API reference, Event). */
  private void addNew(List<Map<String, String>> rows, Map<String, String> row, Resource dataset) {
    String id = row.get(Rows.EVENT_ID);
    if (id == null
        || rows.stream().noneMatch(other -> id.equals(other.get(Rows.EVENT_ID)))
            && store.of(dataset.arn()).rows().stream()
                .noneMatch(other -> id.equals(other.get(Rows.EVENT_ID)))) {
      rows.add(Map.copyOf(row));
    }
  }

  private Map<String, Object> putMetadata(
      Call call, FilterDataset type, String member, String id, String field) {
    Resource dataset = call.world().require(ResourceKind.DATASET, call.text("datasetArn"));
    if (!type.name().equals(dataset.text("datasetType"))) {
      throw ServiceException.invalidInput(
          "The dataset %s is no %s dataset.", dataset.arn(), type.name());
    }
    requireActive(dataset);
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, Object> record : list(call, member)) {
      Map<String, String> row = new HashMap<>();
      row.put(field, (String) record.get(id));
      Properties.into(
          row, (String) record.get("properties"), Rows.schema(call.world(), dataset), true);
      rows.add(Map.copyOf(row));
    }
    store.apply(new RecordChange(dataset.arn(), RecordChange.Type.PUT, rows, call.now()));
    return Map.of();
  }

  private static void requireActive(Resource dataset) {
    if (!dataset.is(Status.ACTIVE)) {
      throw ServiceException.inUse("The dataset %s is not ACTIVE.", dataset.arn());
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Call call, String member) {
    return (List<Map<String, Object>>) call.input().get(member);
  }

  private static void put(Map<String, String> row, String field, Object value) {
    if (value != null) {
      row.put(field, value.toString());
    }
  }

  private static String seconds(Object moment) {
    return Long.toString(((Instant) moment).getEpochSecond());
  }
}
