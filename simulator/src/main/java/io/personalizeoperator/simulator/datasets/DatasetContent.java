package io.personalizeoperator.simulator.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of one dataset: those imported in bulk, and those put one by one. Used inside the
 * dataset's world only.
 */
public final class DatasetContent {
  /** What an import counts for that is not really read, as the simulator's contract says. */
  static final int UNREAD_ROWS = 100_000;

  static final int UNREAD_USERS = 5_000;

  private List<Map<String, String>> bulk = new ArrayList<>();
  private final List<Map<String, String>> put = new ArrayList<>();
  private boolean unread;
  private Instant changed = Instant.MIN;

  /** Replaces (or, incrementally, adds to) the bulk records. */
  void load(List<Map<String, String>> rows, boolean incremental, Instant now) {
    changed = now;
    if (incremental) {
      bulk.addAll(rows);
    } else {
      bulk = new ArrayList<>(rows);
    }
  }

  /** Notes an import whose files are not read. */
  void loadUnread() {
    unread = true;
  }

  /** Adds a record that was put. */
  public void put(Map<String, String> row, Instant now) {
    changed = now;
    put.add(row);
  }

  /**
   * Whether records came in since then. Where imports are not read, they are taken to come in all
   * the time.
   */
  public boolean changedSince(Instant then) {
    return unread || changed.isAfter(then);
  }

  /** Removes the records of those users and gives their number. */
  int removeUsers(Set<String> users) {
    int before = bulk.size() + put.size();
    bulk.removeIf(row -> users.contains(row.get("USER_ID")));
    put.removeIf(row -> users.contains(row.get("USER_ID")));
    return before - bulk.size() - put.size();
  }

  /** All records that are really there: bulk first, then those put, each in order. */
  public List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>(bulk);
    rows.addAll(put);
    return rows;
  }

  /** Whether there are enough interactions to train on; null, or the reason why not. */
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
