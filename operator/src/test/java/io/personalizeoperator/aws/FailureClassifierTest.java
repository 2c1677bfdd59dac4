package io.personalizeoperator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;
import software.amazon.awssdk.services.sts.model.StsException;

class FailureClassifierTest {
  private static AwsServiceException service(int status, String code, String message) {
    return PersonalizeException.builder()
        .statusCode(status)
        .requestId("7b1c")
        .message(message + " (Service: Personalize, Status Code: 400, Request ID: 7b1c)")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "400,ThrottlingException,RETRY_SOON",
    "400,TooManyRequestsException,RETRY_SOON",
    "400,RequestLimitExceeded,RETRY_SOON",
    "500,InternalServerException,RETRY_SOON",
    "503,ServiceUnavailable,RETRY_SOON",
    "400,ExpiredTokenException,RETRY_SOON",
    "400,RequestExpired,RETRY_SOON",
    "400,ResourceInUseException,WAIT_FOR_CHANGE",
    "400,LimitExceededException,WAIT_FOR_CHANGE",
    "400,ResourceNotFoundException,GONE",
    "400,ResourceAlreadyExistsException,EXISTS",
    "400,InvalidInputException,NEEDS_USER",
    "400,InvalidNextTokenException,NEEDS_USER",
    "400,TooManyTagsException,NEEDS_USER",
    "400,TooManyTagKeysException,NEEDS_USER",
    "400,AccessDeniedException,NEEDS_USER",
    "400,UnrecognizedClientException,NEEDS_USER",
    "403,SomethingNew,NEEDS_USER"
  })
  void everyErrorOfAwsHasItsClass(int status, String code, FailureClass expected) {
    AwsFailure failure = FailureClassifier.classify(service(status, code, "Words."));

    assertThat(failure.kind()).isEqualTo(expected);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.isQuota()).isEqualTo(code.equals("LimitExceededException"));
  }

  @Test
  void theMessageIsAwsOwnWithoutTheRequestId() {
    AwsFailure failure =
        FailureClassifier.classify(service(400, "InvalidInputException", "Bad role."));

    assertThat(failure.message()).isEqualTo("Bad role.");
  }

  @Test
  void anAnswerWithoutDetailsIsToldByItsStatus() {
    AwsFailure failure =
        FailureClassifier.classify(
            (SdkException) PersonalizeException.builder().statusCode(502).build());

    assertThat(failure)
        .isEqualTo(new AwsFailure(FailureClass.RETRY_SOON, "HTTP 502", "HTTP status 502"));
  }

  @Test
  void anEmptyMessageIsToldByItsStatus() {
    assertThat(FailureClassifier.classify(service(400, "InvalidInputException", "")).message())
        .isEqualTo("HTTP status 400");
  }

  @Test
  void missingCredentialsSayWhatToDo() {
    AwsFailure failure =
        FailureClassifier.classify(
            SdkClientException.create(
                "Unable to load credentials from any of the providers in the chain AwsCredent"));

    assertThat(failure.kind()).isEqualTo(FailureClass.NO_CREDENTIALS);
    assertThat(failure.code()).isEqualTo("NoCredentials");
    assertThat(failure.message()).contains("AWS_ACCESS_KEY_ID").doesNotContain("providers in");
  }

  /** The identity provider or STS fails for a moment: AssumeRoleWithWebIdentity. */
  @Test
  void credentialsThatStsDoesNotGiveAreAskedForAgainSoon() {
    AwsFailure failure =
        FailureClassifier.classify(
            (SdkException)
                StsException.builder()
                    .statusCode(400)
                    .awsErrorDetails(
                        AwsErrorDetails.builder()
                            .errorCode("IDPCommunicationError")
                            .errorMessage("The identity provider does not answer.")
                            .build())
                    .build());

    assertThat(failure.kind()).isEqualTo(FailureClass.NO_CREDENTIALS);
    assertThat(failure.message()).contains("The identity provider does not answer.");
  }

  @Test
  void aMissingRegionSaysWhatToDo() {
    AwsFailure failure =
        FailureClassifier.classify(
            SdkClientException.create(
                "Unable to load region from any of the providers in the chain Default"));

    assertThat(failure.kind()).isEqualTo(FailureClass.NEEDS_USER);
    assertThat(failure.code()).isEqualTo("NoRegion");
    assertThat(failure.message()).contains("--region");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aConnectionThatFailsIsToldInWordsThatDoNotCountTheAttempts(int attempt) {
    AwsFailure failure =
        FailureClassifier.classify(
            SdkClientException.create("Connection refused (SDK Attempt Count: " + attempt + ")"));

    assertThat(failure)
        .isEqualTo(new AwsFailure(FailureClass.RETRY_SOON, "Unreachable", "Connection refused"));
  }

  @Test
  void aTimeoutIsTriedAgain() {
    assertThat(FailureClassifier.classify(ApiCallAttemptTimeoutException.create(30_000)).kind())
        .isEqualTo(FailureClass.RETRY_SOON);
  }

  @Test
  void anythingElseOfTheSdkIsTriedAgain() {
    SdkException other = SdkException.builder().message("What?").build();

    assertThat(FailureClassifier.classify(other))
        .isEqualTo(new AwsFailure(FailureClass.RETRY_SOON, "SdkException", "What?"));
  }
}
