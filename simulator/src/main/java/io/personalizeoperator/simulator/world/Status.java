package io.personalizeoperator.simulator.world;

/**
 * The values of {@code status}, spelled as in the API reference, and the transitions between them.
 */
public final class Status {
  public static final String ACTIVE = "ACTIVE";
  public static final String INACTIVE = "INACTIVE";
  public static final String CREATE_PENDING = "CREATE PENDING";
  public static final String CREATE_IN_PROGRESS = "CREATE IN_PROGRESS";
  public static final String CREATE_FAILED = "CREATE FAILED";
  public static final String CREATE_STOPPING = "CREATE STOPPING";
  public static final String CREATE_STOPPED = "CREATE STOPPED";
  public static final String DELETE_PENDING = "DELETE PENDING";
  public static final String DELETE_IN_PROGRESS = "DELETE IN_PROGRESS";
  public static final String START_PENDING = "START PENDING";
  public static final String START_IN_PROGRESS = "START IN_PROGRESS";
  public static final String STOP_PENDING = "STOP PENDING";
  public static final String STOP_IN_PROGRESS = "STOP IN_PROGRESS";
  public static final String PENDING = "PENDING";
  public static final String IN_PROGRESS = "IN_PROGRESS";
  public static final String COMPLETED = "COMPLETED";
  public static final String FAILED = "FAILED";

  /** Batch jobs spell it with a space. */
  public static final String BATCH_IN_PROGRESS = "IN PROGRESS";

  private Status() {}

  /**
   * Whether the resource is pending or in progress, so that it can be neither deleted nor changed.
   */
  public static boolean busy(String status) {
    return status != null
        && (status.endsWith("PENDING")
            || status.endsWith("IN_PROGRESS")
            || status.equals(BATCH_IN_PROGRESS)
            || status.equals(CREATE_STOPPING));
  }

  /** Whether the resource is being deleted. */
  public static boolean deleting(String status) {
    return status != null && status.startsWith("DELETE ");
  }

  /** The first status of a new resource of that kind; schemas have none. */
  static String initial(ResourceKind kind) {
    return switch (kind) {
      case SCHEMA -> null;
      case BATCH_INFERENCE_JOB, BATCH_SEGMENT_JOB, DATA_DELETION_JOB -> PENDING;
      default -> CREATE_PENDING;
    };
  }

  /** The status of a resource of that kind after a successful creation. */
  static String made(ResourceKind kind) {
    return kind == ResourceKind.DATA_DELETION_JOB ? COMPLETED : ACTIVE;
  }

  /** The status of a resource of that kind after a failed creation. */
  static String failed(ResourceKind kind) {
    return kind == ResourceKind.DATA_DELETION_JOB ? FAILED : CREATE_FAILED;
  }

  /** The status that follows a pending status when the work begins. */
  static String begun(ResourceKind kind, String pending) {
    if (pending.equals(PENDING)) {
      return kind == ResourceKind.DATA_DELETION_JOB ? IN_PROGRESS : BATCH_IN_PROGRESS;
    }
    return pending.replace("PENDING", "IN_PROGRESS");
  }
}
