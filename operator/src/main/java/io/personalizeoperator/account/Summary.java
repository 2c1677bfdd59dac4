package io.personalizeoperator.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What AWS's lists say of a resource.
 *
 * @param arn its ARN
 * @param status such as ACTIVE or CREATE IN_PROGRESS; ACTIVE for kinds without a status (schemas)
 * @param created AWS's creationDateTime
 * @param lastUpdated AWS's lastUpdatedDateTime
 * @param failureReason AWS's words when it failed, else null
 * @param parent ARN of what it belongs to, for kinds where that tells what fills a quota; else null
 */
public record Summary(
    String arn,
    String status,
    Instant created,
    Instant lastUpdated,
    @Nullable String failureReason,
    @Nullable String parent) {

  private static final Duration FINEST = Duration.ofSeconds(1);

  public Summary {
    status = normalized(status);
  }

  /** One whose parent does not matter, or is not known yet. */
  public Summary(
      String arn,
      String status,
      Instant created,
      Instant lastUpdated,
      @Nullable String failureReason) {
    this(arn, status, created, lastUpdated, failureReason, null);
  }

  /**
   * Whether a creation time is that of this resource. Times less than a second apart are the same,
   * so that a time that was rounded still compares: a resource cannot be deleted and created again
   * within a second.
   *
   * @param other AWS's creationDateTime of the same ARN, from another answer or from a status
   */
  public boolean isSameCreation(Instant other) {
    return Duration.between(created, other).abs().compareTo(FINEST) < 0;
  }

  /**
   * AWS spells its states in several ways (CREATE_PENDING, STOP IN PROGRESS): one spelling here,
   * words divided by blanks and IN_PROGRESS as one word.
   */
  static String normalized(@Nullable String status) {
    return status == null
        ? "ACTIVE"
        : status.replace('_', ' ').replace("IN PROGRESS", "IN_PROGRESS");
  }
}
