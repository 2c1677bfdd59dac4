package io.personalizeoperator.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last update of a resource. AWS keeps it apart from the resource's own status, which stays
 * ACTIVE in the meantime.
 *
 * @param status such as CREATE IN_PROGRESS, ACTIVE or CREATE FAILED
 * @param failureReason AWS's words when it failed, else null
 * @param created when it was sent, by AWS's clock; null when it was only just sent
 * @param lastUpdated when its status last changed; null when it was only just sent
 */
public record LatestUpdate(
    String status,
    @Nullable String failureReason,
    @Nullable Instant created,
    @Nullable Instant lastUpdated) {
  /** An update that was just sent. */
  public static LatestUpdate sent() {
    return new LatestUpdate("CREATE PENDING", null, null, null);
  }

  /** Whether AWS is at work on it. */
  public boolean isUnderWay() {
    return Transition.isUnderWay(status);
  }

  /** Whether it failed. */
  public boolean hasFailed() {
    return status.endsWith("FAILED");
  }
}
