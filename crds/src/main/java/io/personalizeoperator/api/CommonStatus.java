package io.personalizeoperator.api;

/** A status with the part that every kind has. */
public interface CommonStatus {
  /** The common part; null or empty in a resource that no pass has reported on yet. */
  LifecycleStatus lifecycle();
}
