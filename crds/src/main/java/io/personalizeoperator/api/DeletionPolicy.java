package io.personalizeoperator.api;

/** What happens in Amazon Personalize when the custom resource is deleted. */
public enum DeletionPolicy {
  /** The resource in Amazon Personalize is deleted too. */
  Delete,
  /** The resource in Amazon Personalize stays, with its tags. */
  Retain
}
