package io.personalizeoperator.simulator.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The records of all datasets, by the dataset's ARN. */
public final class DatasetStore {
  private static final DatasetContent NOTHING = new DatasetContent(null);
  private final Map<String, DatasetContent> contents = new ConcurrentHashMap<>();
  private volatile Consumer<RecordChange> listener = change -> {};

  /** Passes every change from now on to the listener. */
  public void listen(Consumer<RecordChange> newListener) {
    listener = newListener;
  }

  /** The records of that dataset; none when it is new. */
  public DatasetContent of(String datasetArn) {
    return contents.getOrDefault(datasetArn, NOTHING);
  }

  /**
   * Applies a change.
   *
   * @return the number of records that it removed
   */
  public int apply(RecordChange change) {
    listener.accept(change);
    if (change.type() == RecordChange.Type.DROP) {
      contents.remove(change.dataset());
      return 0;
    }
    return contents
        .computeIfAbsent(change.dataset(), arn -> new DatasetContent(id(arn)))
        .apply(change);
  }

  /** The field that identifies the records of a dataset, whose ARN ends in its type. */
  private static String id(String datasetArn) {
    return switch (datasetArn.substring(datasetArn.lastIndexOf('/') + 1)) {
      case "ITEMS" -> "ITEM_ID";
      case "USERS" -> "USER_ID";
      case "ACTIONS" -> "ACTION_ID";
      default -> null;
    };
  }

  /** The changes that restore all present records in an empty store. */
  public List<RecordChange> snapshot() {
    List<RecordChange> snapshot = new ArrayList<>();
    contents.forEach((arn, content) -> snapshot.addAll(content.snapshot(arn)));
    return snapshot;
  }

  /** Removes all records. */
  public void clear() {
    contents.clear();
  }
}
