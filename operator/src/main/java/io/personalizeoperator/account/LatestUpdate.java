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

  public LatestUpdate {
    status = Summary.normalized(status);
  }

  /**
   * As AWS describes it. AWS may leave out each member (CampaignUpdateSummary and its like):
   * without a time the resource's own last change has to do, without a status it is ACTIVE.
   *
   * @param resource what was updated
   */
  public static LatestUpdate described(
      Summary resource,
      @Nullable String status,
      @Nullable String failureReason,
      @Nullable Instant created,
      @Nullable Instant lastUpdated) {
    Instant changed = lastUpdated == null ? resource.lastUpdated() : lastUpdated;
    boolean isEarlier = created != null && (changed == null || changed.isBefore(created));
    return new LatestUpdate(
        Summary.normalized(status),
        failureReason,
        created == null ? changed : created,
        isEarlier ? created : changed);
  }

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
