package io.personalizeoperator.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as the account view has it.
 *
 * @param summary what the lists say
 * @param details what Describe says, or what was sent when the operator made it; null when AWS has
 *     changed it since
 * @param madeBy UID of the custom resource for which this process created it, else null
 * @param tags the tags as last read or written; null when they are not known
 * @param tagsRead when; null when they are not known
 * @param <D> the details
 */
public record RemoteResource<D>(
    Summary summary, D details, String madeBy, Map<String, String> tags, Instant tagsRead) {
  /** Its ARN. */
  public String arn() {
    return summary.arn();
  }

  /** Its status. */
  public String status() {
    return summary.status();
  }

  /** Whether it is ACTIVE. */
  public boolean isActive() {
    return status().equals("ACTIVE");
  }

  /** Whether its creation, or a job, has failed. */
  public boolean hasFailed() {
    return status().endsWith("FAILED");
  }

  /** Whether it is on its way out. */
  public boolean isBeingDeleted() {
    return status().startsWith("DELETE");
  }

  /** Whether AWS is at work on it. */
  public boolean isInTransition() {
    return Transition.isUnderWay(status());
  }

  /** AWS's words when it failed. */
  public Optional<String> failureReason() {
    return Optional.ofNullable(summary.failureReason());
  }
}
