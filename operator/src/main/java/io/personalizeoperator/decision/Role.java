package io.personalizeoperator.decision;

/** What a revision is to its custom resource. */
public enum Role {
  /** {@code status.arn}, Ready and the published ARN speak of this one. */
  SERVING,
  /** It replaces the serving one once it is ready. */
  NEXT,
  /** It has been replaced and is deleted. */
  RETIRING,
  /** One run of a job, which AWS cannot delete. */
  RUN;

  /** Whether the custom resource's own conditions speak of it. */
  boolean isReported() {
    return this == SERVING || this == RUN;
  }
}
