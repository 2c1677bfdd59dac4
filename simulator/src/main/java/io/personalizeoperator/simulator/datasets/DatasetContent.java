package io.personalizeoperator.simulator.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records of one dataset: those imported in bulk and those put one by one. Only code inside the
 * dataset's world uses it.
 */
public final class DatasetContent {
  private List<Map<String, String>> bulk = new ArrayList<>();
  private final List<Map<String, String>> put = new ArrayList<>();
  private boolean unread;
  private Instant changed = Instant.MIN;

  /** Applies a change and returns the number of records that it removed. */
  int apply(RecordChange change) {
    switch (change.type()) {
      case FULL -> bulk = new ArrayList<>(change.rows());
      case INCREMENTAL -> bulk.addAll(change.rows());
      case PUT -> put.addAll(change.rows());
      case UNREAD -> unread = true;
      case REMOVE_USERS -> {
        return removeUsers(change.rows());
      }
      case DROP -> {}
    }
    changed = change.at();
    return 0;
  }

  private int removeUsers(List<Map<String, String>> rows) {
    Set<String> users = rows.stream().map(row -> row.get("USER_ID")).collect(Collectors.toSet());
    int before = bulk.size() + put.size();
    bulk.removeIf(row -> users.contains(row.get("USER_ID")));
    put.removeIf(row -> users.contains(row.get("USER_ID")));
    return before - bulk.size() - put.size();
  }

  List<RecordChange> snapshot(String arn) {
    List<RecordChange> snapshot = new ArrayList<>();
    if (unread) {
      snapshot.add(new RecordChange(arn, RecordChange.Type.UNREAD, List.of(), changed));
    }
    if (!bulk.isEmpty()) {
      snapshot.add(new RecordChange(arn, RecordChange.Type.FULL, bulk, changed));
    }
    if (!put.isEmpty()) {
      snapshot.add(new RecordChange(arn, RecordChange.Type.PUT, put, changed));
    }
    return snapshot;
  }

  /**
   * Whether records came in since then. For imports that are not read, records are assumed to come
   * in all the time.
   */
  public boolean changedSince(Instant then) {
    return unread || changed.isAfter(then);
  }

  /** All records that were read or put: the bulk records first, each group in order. */
  public List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>(bulk);
    rows.addAll(put);
    return rows;
  }

  /** The failureReason of a training when there are too few interactions, else null. */
  public String trainingProblem(String eventType) {
    if (unread) {
      return null;
    }
    Map<String, Integer> perUser = new HashMap<>();
    int count = 0;
    for (Map<String, String> row : rows()) {
      if (eventType == null || eventType.equals(row.get("EVENT_TYPE"))) {
        count++;
        perUser.merge(row.get("USER_ID"), 1, Integer::sum);
      }
    }
    String filtered = eventType == null ? "" : " after filtering by event type: " + eventType;
    if (count < Minimum.INTERACTIONS) {
      return "Dataset has fewer than %d interactions%s".formatted(Minimum.INTERACTIONS, filtered);
    }
    long users = perUser.values().stream().filter(interactions -> interactions >= 2).count();
    if (users < Minimum.USERS) {
      return "Dataset has fewer than %d users with at least 2 interactions each%s"
          .formatted(Minimum.USERS, filtered);
    }
    return null;
  }
}
