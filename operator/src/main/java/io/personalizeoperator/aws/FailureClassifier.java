package io.personalizeoperator.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The one place that turns the SDK's exceptions into what they ask of the operator. Error names:
 * the API reference of each Amazon Personalize operation, and its common errors.
 */
final class FailureClassifier {
  private static final Set<String> WAIT =
      Set.of("ResourceInUseException", "LimitExceededException");
  private static final Set<String> RETRY =
      Set.of("RequestExpired", "RequestTimeTooSkewed", "ExpiredTokenException");

  private FailureClassifier() {}

  static AwsFailure classify(SdkException e) {
    return switch (e) {
      case AwsServiceException service -> ofService(service);
      case SdkClientException client -> ofClient(client);
      default -> new AwsFailure(FailureClass.RETRY_SOON, "SdkException", stable(e.getMessage()));
    };
  }

  private static AwsFailure ofService(AwsServiceException e) {
    if (e instanceof StsException) {
      // Amazon Personalize has no such error: the credentials' provider asked STS for them.
      return noCredentials("STS gives no credentials: " + message(e));
    }
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return new AwsFailure(
        classOf(code == null ? "" : code, e),
        code == null || code.isEmpty() ? "HTTP " + e.statusCode() : code,
        message(e));
  }

  private static String message(AwsServiceException e) {
    String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    return message == null || message.isEmpty() ? "HTTP status " + e.statusCode() : message;
  }

  private static AwsFailure noCredentials(String message) {
    return new AwsFailure(FailureClass.NO_CREDENTIALS, "NoCredentials", message);
  }

  private static FailureClass classOf(String code, SdkServiceException e) {
    if (e.isThrottlingException() || e.statusCode() >= 500 || RETRY.contains(code)) {
      return FailureClass.RETRY_SOON;
    }
    if (WAIT.contains(code)) {
      return FailureClass.WAIT_FOR_CHANGE;
    }
    return switch (code) {
      case "ResourceNotFoundException" -> FailureClass.GONE;
      case "ResourceAlreadyExistsException" -> FailureClass.EXISTS;
      default -> FailureClass.NEEDS_USER;
    };
  }

  private static AwsFailure ofClient(SdkClientException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    if (message.contains("Unable to load credentials")) {
      return noCredentials(
          "The operator has no AWS credentials. Give its pod an IAM role (IRSA or Pod Identity), or"
              + " set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }
    if (message.contains("Unable to load region")) {
      return new AwsFailure(
          FailureClass.NEEDS_USER,
          "NoRegion",
          "No AWS region is configured: set --region or AWS_REGION.");
    }
    return new AwsFailure(FailureClass.RETRY_SOON, "Unreachable", stable(message));
  }

  /** The first sentence of a client-side message: what follows differs between retries. */
  private static String stable(@Nullable String message) {
    String text = message == null ? "no message" : message;
    int end = text.indexOf(" (SDK Attempt Count");
    return end < 0 ? text : text.substring(0, end);
  }
}
