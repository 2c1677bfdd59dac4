package io.personalizeoperator.decision;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.util.Set;

/** How a failed call shows on the resource. */
public final class FailureVerdict {
  private static final Set<String> NO_ACCESS =
      Set.of(
          "AccessDeniedException",
          "AccessDenied",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "NoCredentials",
          "NoRegion");

  private static final String NOT_FOUND = "ResourceNotFoundException";

  private FailureVerdict() {}

  /**
   * The verdict on a failed call.
   *
   * @param failure what went wrong
   * @param serving whether the resource can be used anyway
   */
  public static Verdict of(AwsFailure failure, boolean serving) {
    String words = Sentences.ofAws(failure.message());
    return switch (failure.kind()) {
      case NEEDS_USER ->
          failure.code().equals(NOT_FOUND)
              ? Verdict.stalled(
                  Reason.NotFoundInAws,
                  words
                      + " Fix the manifest, or create what it names. The operator looks again after"
                      + " 10 minutes, later every 6 hours.",
                  serving)
              : Verdict.stalled(
                  NO_ACCESS.contains(failure.code()) ? Reason.AccessDenied : Reason.RefusedByAws,
                  words,
                  serving);
      case NO_CREDENTIALS ->
          Verdict.stalled(
              failure.code().equals(AwsFailure.WRONG_ACCOUNT)
                  ? Reason.WrongAccount
                  : Reason.AccessDenied,
              words,
              serving);
      case WAIT_FOR_CHANGE ->
          Verdict.progressing(
              failure.isQuota() ? Reason.QuotaExceeded : Reason.ResourceInUse,
              words
                  + (failure.isQuota()
                      ? " The operator retries when another one ends or the quota is raised."
                      : " The operator retries within a minute."),
              serving);
      case NOT_PUBLISHED ->
          failure.code().equals(KeyConflict.CODE)
              ? Verdict.stalled(Reason.PublishFailed, words, serving)
              : Verdict.progressing(
                  Reason.PublishFailed, "Cannot write the ConfigMap: " + words, serving);
      case GONE -> Verdict.progressing(Reason.NotFoundInAws, words, serving);
      case EXISTS ->
          Verdict.progressing(
              Reason.NotFoundInAws,
              words + " AWS does not show it yet; the operator looks again.",
              serving);
      case RETRY_SOON ->
          Verdict.progressing(
              Reason.AwsUnavailable,
              failure.code() + ": " + words + " The operator retries the call.",
              serving);
    };
  }

  /** The verdict on an attempt: what may be over soon is not Stalled. */
  static Verdict of(Attempt failed, boolean serving) {
    AwsFailure failure = failed.failure();
    return failed.mayPass()
        ? Verdict.progressing(
            Reason.AwsUnavailable,
            Sentences.ofAws(failure.message()) + " The operator retries the call.",
            serving)
        : of(failure, serving);
  }
}
