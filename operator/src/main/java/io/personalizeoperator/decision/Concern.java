package io.personalizeoperator.decision;

/**
 * What a custom resource needs to have looked after. Each concern looks for itself and returns its
 * own {@link Finding}; none hides another's. The order is that of importance: of two findings that
 * are equally serious or equally urgent the earlier concern goes first.
 */
public enum Concern {
  /** The user wants nothing done. */
  SUSPENSION,
  /** The account and region of the credentials are those of the status. */
  ACCOUNT,
  /** The account view has been read. */
  READING,
  /** The resource exists in AWS, or is created. */
  EXISTENCE,
  /** The resource is ours. */
  OWNERSHIP,
  /** What AWS is doing with it, or has failed to do. */
  STATE,
  /** The owner's tags and the user's. */
  TAGS,
  /** What only Describe returns. */
  DETAILS,
  /** Requests per second that are provisioned. */
  CAPACITY,
  /** The solution version that serves. */
  ROLLOUT,
  /** What AWS can change, and what it cannot. */
  CONFIGURATION,
  /** The revision that takes the place of the serving one. */
  ROTATION,
  /** The ARN that applications read. */
  PUBLICATION,
  /** Solution versions. */
  TRAINING,
  /** The solution version that campaigns follow. */
  PROMOTION,
  /** The kind's own report of a resource that is as the manifest says. */
  POLICY,
  /** The resources that it refers to. */
  PARENTS,
  /** A revision that has been replaced. */
  RETIREMENT,
  /** The removal of the custom resource. */
  DELETION
}
