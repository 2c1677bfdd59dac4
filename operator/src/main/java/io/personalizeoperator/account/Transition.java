package io.personalizeoperator.account;

import org.jspecify.annotations.Nullable;

/** Which statuses of AWS are on the way to another. */
public final class Transition {
  private Transition() {}

  /** Whether AWS is at work: PENDING, IN_PROGRESS or STOPPING. */
  public static boolean isUnderWay(@Nullable String status) {
    return status != null
        && (status.endsWith("PENDING")
            || status.endsWith("IN_PROGRESS")
            || status.endsWith("IN PROGRESS")
            || status.endsWith("STOPPING"));
  }
}
