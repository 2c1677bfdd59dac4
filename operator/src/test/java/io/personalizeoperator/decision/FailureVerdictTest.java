package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureVerdictTest {
  @ParameterizedTest
  @CsvSource({
    "NEEDS_USER,ResourceNotFoundException,STALLED,NotFoundInAws",
    "NEEDS_USER,InvalidInputException,STALLED,RefusedByAws",
    "NEEDS_USER,AccessDeniedException,STALLED,AccessDenied",
    "NEEDS_USER,UnrecognizedClientException,STALLED,AccessDenied",
    "NO_CREDENTIALS,NoCredentials,STALLED,AccessDenied",
    "NEEDS_USER,NoRegion,STALLED,AccessDenied",
    "WAIT_FOR_CHANGE,ResourceInUseException,PROGRESSING,ResourceInUse",
    "WAIT_FOR_CHANGE,LimitExceededException,PROGRESSING,QuotaExceeded",
    "GONE,ResourceNotFoundException,PROGRESSING,NotFoundInAws",
    "EXISTS,ResourceAlreadyExistsException,PROGRESSING,NotFoundInAws",
    "RETRY_SOON,ThrottlingException,PROGRESSING,AwsUnavailable",
    "RETRY_SOON,HTTP 500,PROGRESSING,AwsUnavailable",
    "NOT_PUBLISHED,ConfigMap,PROGRESSING,PublishFailed"
  })
  void everyFailureHasAStateAndAReason(FailureClass kind, String code, State state, Reason reason) {
    Verdict verdict = FailureVerdict.of(new AwsFailure(kind, code, "AWS's words."), true);

    assertThat(verdict.state()).isEqualTo(state);
    assertThat(verdict.reason()).isEqualTo(reason);
    assertThat(verdict.message()).contains("AWS's words.");
    assertThat(verdict.serving()).isTrue();
  }

  @Test
  void whatDoesNotServeDoesNotServeAfterAFailure() {
    for (FailureClass kind : FailureClass.values()) {
      assertThat(FailureVerdict.of(new AwsFailure(kind, "X", "m"), false).serving()).isFalse();
    }
  }
}
