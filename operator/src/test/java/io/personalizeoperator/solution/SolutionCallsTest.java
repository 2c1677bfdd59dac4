package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.testing.AnsweringClient;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DescribeSolutionResponse;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionUpdateSummary;

class SolutionCallsTest {
  private static final String ARN = Observation.arn("solution/movies");
  private static final Instant CHANGED = Instant.parse("2026-11-24T12:00:00Z");

  private static final PersonalizeClient CLIENT =
      new AnsweringClient() {
        @Override
        public DescribeSolutionResponse describeSolution(DescribeSolutionRequest request) {
          return DescribeSolutionResponse.builder()
              .solution(
                  Solution.builder()
                      .solutionArn(ARN)
                      .status("ACTIVE")
                      .performAutoTraining(false)
                      .creationDateTime(Instant.EPOCH)
                      .lastUpdatedDateTime(CHANGED)
                      .latestSolutionUpdate(
                          SolutionUpdateSummary.builder().performAutoTraining(true).build())
                      .build())
              .build();
        }
      };

  @Test
  void anUpdateOfWhichAwsSaysNothingElseIsActiveSinceTheLastChange() {
    SolutionDetails details = new SolutionCalls().describe(CLIENT, ARN).details();
    assertThat(details.update()).isEqualTo(new LatestUpdate("ACTIVE", null, CHANGED, CHANGED));
    assertThat(details.inForce().autoTraining()).isTrue();
  }
}
