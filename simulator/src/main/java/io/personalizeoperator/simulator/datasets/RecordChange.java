package io.personalizeoperator.simulator.datasets;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A change of a dataset's records.
 *
 * @param dataset the dataset's ARN
 * @param rows the records by field; for {@link Type#REMOVE_USERS} one USER_ID each
 */
public record RecordChange(String dataset, Type type, List<Map<String, String>> rows, Instant at) {
  /** The type of a change. */
  public enum Type {
    /** The bulk records are replaced. */
    FULL,
    /** Bulk records are added. */
    INCREMENTAL,
    /** Bulk records are imported without being read. */
    UNREAD,
    /** Records are put one by one. */
    PUT,
    /** All records of some users are removed. */
    REMOVE_USERS,
    /** The dataset is removed. */
    DROP
  }
}
