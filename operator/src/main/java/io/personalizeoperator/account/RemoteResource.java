package io.personalizeoperator.account;

import io.personalizeoperator.aws.AwsFailure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource as the account view has it.
 *
 * @param summary what the lists say
 * @param details what Describe says, or what was sent when the operator made it; null when AWS has
 *     changed it since
 * @param madeBy UID of the custom resource for which this process created it, else null
 * @param tags the tags as last read or written; null when they are not known
 * @param tagsRead when; null when they are not known
 * @param shown whether AWS has shown the resource; if not, the times in the summary are the
 *     operator's own
 * @param describeFailure why the last Describe of it failed; null when it did not
 * @param <D> the details
 */
public record RemoteResource<D>(
    Summary summary,
    @Nullable D details,
    @Nullable String madeBy,
    @Nullable Map<String, String> tags,
    @Nullable Instant tagsRead,
    boolean shown,
    @Nullable AwsFailure describeFailure) {
  /**
   * AWS's creation time, which with the ARN identifies the resource; empty for a resource that this
   * process has just created, until an answer of AWS shows it.
   */
  public Optional<Instant> createdInAws() {
    return shown ? Optional.of(summary.created()) : Optional.empty();
  }

  /** The same resource with its details. */
  public RemoteResource<D> withDetails(D known) {
    return new RemoteResource<>(summary, known, madeBy, tags, tagsRead, shown, describeFailure);
  }

  /** Its ARN. */
  public String arn() {
    return summary.arn();
  }

  /** Why it could not be described last, if that failed. */
  public Optional<AwsFailure> unreadable() {
    return Optional.ofNullable(describeFailure);
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

  /** Whether AWS is deleting it. */
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
