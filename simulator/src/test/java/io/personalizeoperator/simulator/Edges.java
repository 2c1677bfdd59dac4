package io.personalizeoperator.simulator;

import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.HashSet;
import java.util.Set;

/**
 * The transitions between statuses that the API reference documents, and the statuses reachable by
 * them.
 */
final class Edges {
  private static final String[] COMMON = {
    "CREATE PENDING>CREATE IN_PROGRESS",
    "CREATE IN_PROGRESS>ACTIVE",
    "CREATE IN_PROGRESS>CREATE FAILED",
    "ACTIVE>DELETE PENDING",
    "CREATE FAILED>DELETE PENDING",
    "DELETE PENDING>DELETE IN_PROGRESS",
    "DELETE IN_PROGRESS>gone"
  };
  private static final String[] VERSION = {
    "CREATE PENDING>CREATE STOPPED",
    "CREATE IN_PROGRESS>CREATE STOPPING",
    "CREATE STOPPING>CREATE STOPPED",
    // A version is removed with its solution.
    "ACTIVE>gone",
    "CREATE FAILED>gone",
    "CREATE STOPPED>gone"
  };
  private static final String[] RECOMMENDER = {
    "ACTIVE>STOP PENDING",
    "STOP PENDING>STOP IN_PROGRESS",
    "STOP IN_PROGRESS>INACTIVE",
    "INACTIVE>START PENDING",
    "INACTIVE>DELETE PENDING",
    "START PENDING>START IN_PROGRESS",
    "START IN_PROGRESS>ACTIVE"
  };
  // An update can make a failed campaign ACTIVE; jobs are removed with their dataset.
  private static final String[] CAMPAIGN = {"CREATE FAILED>ACTIVE"};
  private static final String[] JOB = {"ACTIVE>gone", "CREATE FAILED>gone"};

  private Edges() {}

  /** Whether a status can follow another; null: removed. */
  static boolean reach(ResourceKind kind, String from, String to) {
    Set<String> reached = new HashSet<>(Set.of(from));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (String[] edges : of(kind)) {
        for (String edge : edges) {
          String[] ends = edge.split(">");
          grown |= reached.contains(ends[0]) && reached.add(ends[1]);
        }
      }
    }
    return reached.contains(to == null ? "gone" : to);
  }

  private static String[][] of(ResourceKind kind) {
    return switch (kind) {
      case SOLUTION_VERSION -> new String[][] {COMMON, VERSION};
      case RECOMMENDER -> new String[][] {COMMON, RECOMMENDER};
      case CAMPAIGN -> new String[][] {COMMON, CAMPAIGN};
      case DATASET_IMPORT_JOB, DATASET_EXPORT_JOB -> new String[][] {COMMON, JOB};
      default -> new String[][] {COMMON};
    };
  }
}
