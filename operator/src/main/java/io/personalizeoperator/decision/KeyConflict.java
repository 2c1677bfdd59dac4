package io.personalizeoperator.decision;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;

/** A key of a ConfigMap that a resource wants to publish to, and that is another's. */
public final class KeyConflict {
  /** Stands where AWS's failures have the name of the error. */
  static final String CODE = "KeyTaken";

  private KeyConflict() {}

  /**
   * Another resource publishes there.
   *
   * @param owner its kind and name, such as Filter/movies
   */
  public static AwsFailure withResource(String configMap, String key, String owner) {
    return failure(
        "The key %s of the ConfigMap %s belongs to %s. Set another key here, or remove publish there."
            .formatted(key, configMap, owner));
  }

  /**
   * Somebody wrote the key by other means.
   *
   * @param writer the field manager that wrote it, such as kubectl-edit
   */
  public static AwsFailure withWriter(String configMap, String key, String writer) {
    return failure(
        "The key %s of the ConfigMap %s was written by %s, not by a resource of this operator. Set another key here, or remove that one."
            .formatted(key, configMap, writer));
  }

  private static AwsFailure failure(String words) {
    return new AwsFailure(FailureClass.NOT_PUBLISHED, CODE, words);
  }
}
