package io.personalizeoperator.simulator.datasets;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The records of all datasets, by the dataset's ARN. */
public final class Warehouse {
  private final Map<String, DatasetContent> contents = new ConcurrentHashMap<>();

  /** The records of that dataset; none yet when it is new. */
  public DatasetContent of(String datasetArn) {
    return contents.computeIfAbsent(datasetArn, arn -> new DatasetContent());
  }

  /** Forgets a dataset's records. */
  public void drop(String datasetArn) {
    contents.remove(datasetArn);
  }

  /** Forgets everything. */
  public void clear() {
    contents.clear();
  }
}
