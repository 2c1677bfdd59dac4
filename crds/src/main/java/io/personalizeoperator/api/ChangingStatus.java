package io.personalizeoperator.api;

/**
 * A status of a kind whose manifest can change in what others build on: what imports, filters and
 * trainings make of a dataset depends on its schema. They wait until the change is in force.
 */
public interface ChangingStatus extends CommonStatus {
  /** Whether AWS carries out a change now. */
  boolean changing();

  /**
   * Whether what others build on is in AWS as the manifest of the observed generation says,
   * whatever is to be said of tags and publication.
   */
  boolean inForce();
}
