package io.personalizeoperator.simulator.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private final String id;
  private boolean unread;
  private Instant changed = Instant.MIN;

  /**
   * Creates an empty dataset.
   *
   * @param id the field that identifies a record; null: records of events have none
   */
  DatasetContent(String id) {
    this.id = id;
  }

  /** Applies a change and returns the number of records that it removed. */
  int apply(RecordChange change) {
    switch (change.type()) {
      case FULL -> bulk = new ArrayList<>(change.rows());
      case INCREMENTAL -> append(change.rows());
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

  /** A record takes the place of one with the same ID (API reference, CreateDatasetImportJob). */
  private void append(List<Map<String, String>> rows) {
    if (id != null) {
      Set<String> replaced = rows.stream().map(row -> row.get(id)).collect(Collectors.toSet());
      bulk.removeIf(row -> replaced.contains(row.get(id)));
    }
    bulk.addAll(rows);
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
  public String trainingProblem(TrainingFilter filter) {
    if (unread) {
      return null;
    }
    // Interactions that are the same in every field count once.
    Set<Map<String, String>> unique = new HashSet<>(bulk);
    unique.addAll(put);
    int count = 0;
    Map<String, Integer> perUser = new HashMap<>();
    for (Map<String, String> row : unique) {
      if (filter.accepts(row)) {
        count++;
        perUser.merge(row.get("USER_ID"), 1, Integer::sum);
      }
    }
    if (count < Minimum.INTERACTIONS) {
      return "Dataset has fewer than %d interactions%s"
          .formatted(Minimum.INTERACTIONS, filter.words());
    }
    long users = perUser.values().stream().filter(interactions -> interactions >= 2).count();
    if (users < Minimum.USERS) {
      return "Dataset has fewer than %d users with at least 2 interactions each%s"
          .formatted(Minimum.USERS, filter.words());
    }
    if (users * 100 < perUser.size() * Minimum.USERS_IN_PERCENT) {
      return "Dataset has fewer than %d percent of users with at least 2 interactions each%s"
          .formatted(Minimum.USERS_IN_PERCENT, filter.words());
    }
    return null;
  }
}
