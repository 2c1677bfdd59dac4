package io.personalizeoperator.simulator.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The records of all datasets, by the dataset's ARN. */
public final class DatasetStore {
  private static final DatasetContent NOTHING = new DatasetContent();
  private final Map<String, DatasetContent> contents = new ConcurrentHashMap<>();
  private volatile Consumer<RecordChange> listener = change -> {};

  /** Tells that listener of every change from now on. */
  public void listen(Consumer<RecordChange> newListener) {
    listener = newListener;
  }

  /** The records of that dataset; none when it is new. */
  public DatasetContent of(String datasetArn) {
    return contents.getOrDefault(datasetArn, NOTHING);
  }

  /**
   * Makes a change.
   *
   * @return how many records it removed
   */
  public int apply(RecordChange change) {
    listener.accept(change);
    if (change.type() == RecordChange.Type.DROP) {
      contents.remove(change.dataset());
      return 0;
    }
    return contents.computeIfAbsent(change.dataset(), arn -> new DatasetContent()).apply(change);
  }

  /** The changes that make everything that is there now out of nothing. */
  public List<RecordChange> snapshot() {
    List<RecordChange> snapshot = new ArrayList<>();
    contents.forEach((arn, content) -> snapshot.addAll(content.snapshot(arn)));
    return snapshot;
  }

  /** Forgets everything. */
  public void clear() {
    contents.clear();
  }
}
