package io.personalizeoperator.aws;

/**
 * A failed call, in words that stay the same when it is retried: no request id, no time.
 *
 * @param kind what it asks of the operator
 * @param code AWS's name of the error, such as LimitExceededException
 * @param message AWS's message
 */
public record AwsFailure(FailureClass kind, String code, String message) {
  /** The operator is stopping; the next process makes the call. */
  public static final AwsFailure STOPPING =
      new AwsFailure(FailureClass.RETRY_SOON, "Stopping", "The operator is stopping.");

  /** Code while the credentials are of another account than the operator worked in. */
  public static final String WRONG_ACCOUNT = "WrongAccount";

  /** What is known is of another account than the answer, and is forgotten. */
  static final AwsFailure ACCOUNT_CHANGED =
      new AwsFailure(
          FailureClass.RETRY_SOON,
          "AccountChanged",
          "The operator's credentials are of another account than before.");

  /** The same, after which only a person can help. */
  public AwsFailure needingTheUser() {
    return new AwsFailure(FailureClass.NEEDS_USER, code, message);
  }

  /** Whether a quota is the cause. */
  public boolean isQuota() {
    return code.equals("LimitExceededException");
  }
}
