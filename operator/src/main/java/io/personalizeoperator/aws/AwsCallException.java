package io.personalizeoperator.aws;

/** A call to AWS that failed. */
public final class AwsCallException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient AwsFailure failure;

  /**
   * Wraps what the SDK threw.
   *
   * @param failure what it means
   * @param cause the SDK's exception
   */
  public AwsCallException(AwsFailure failure, Throwable cause) {
    super(failure.code() + ": " + failure.message(), cause);
    this.failure = failure;
  }

  /**
   * An answer, or its absence, that is a failure though the SDK threw nothing.
   *
   * @param failure what it means
   */
  public AwsCallException(AwsFailure failure) {
    super(failure.code() + ": " + failure.message());
    this.failure = failure;
  }

  /** What the failure means. */
  public AwsFailure failure() {
    return failure;
  }
}
