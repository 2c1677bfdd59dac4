package io.personalizeoperator.account;

import java.time.Instant;

/**
 * What AWS's lists say of a resource.
 *
 * @param arn its ARN
 * @param status such as ACTIVE or CREATE IN_PROGRESS; ACTIVE for kinds without a status (schemas)
 * @param created AWS's creationDateTime
 * @param lastUpdated AWS's lastUpdatedDateTime
 * @param failureReason AWS's words when it failed, else null
 */
public record Summary(
    String arn, String status, Instant created, Instant lastUpdated, String failureReason) {

  public Summary {
    status = normalized(status);
  }

  /**
   * AWS spells its states in several ways (CREATE_PENDING, STOP IN PROGRESS): one spelling here,
   * words divided by blanks and IN_PROGRESS as one word.
   */
  private static String normalized(String status) {
    return status == null
        ? "ACTIVE"
        : status.replace('_', ' ').replace("IN PROGRESS", "IN_PROGRESS");
  }
}
