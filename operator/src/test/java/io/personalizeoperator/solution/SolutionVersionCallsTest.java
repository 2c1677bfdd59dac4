package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.testing.AnsweringClient;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsRequest;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsResponse;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;

class SolutionVersionCallsTest {
  private static final Instant CREATED = Instant.parse("2026-11-24T12:00:00Z");
  private static final String SOLUTION = Observation.arn("solution/movies");

  private final List<ListSolutionVersionsRequest> asked = new ArrayList<>();

  /** Answers with one version, and a further page. */
  private final PersonalizeClient client =
      new AnsweringClient() {
        @Override
        public ListSolutionVersionsResponse listSolutionVersions(
            ListSolutionVersionsRequest request) {
          asked.add(request);
          return ListSolutionVersionsResponse.builder()
              .solutionVersions(
                  SolutionVersionSummary.builder()
                      .solutionVersionArn(SOLUTION + "/1")
                      .status("CREATE IN_PROGRESS")
                      .creationDateTime(CREATED)
                      .lastUpdatedDateTime(CREATED)
                      .build())
              .nextToken("next")
              .build();
        }
      };

  @Test
  void theVersionsOfOneSolutionAreListedByItsArn() {
    var page = SolutionVersionCalls.KIND.listOf(client, SOLUTION, "from");

    assertThat(page.nextToken()).isEqualTo("next");
    assertThat(page.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.summary().arn()).isEqualTo(SOLUTION + "/1");
              assertThat(item.summary().status()).isEqualTo("CREATE IN_PROGRESS");
              assertThat(item.summary().created()).isEqualTo(CREATED);
              assertThat(item.details()).isNull();
            });
    assertThat(asked)
        .containsExactly(
            ListSolutionVersionsRequest.builder()
                .solutionArn(SOLUTION)
                .nextToken("from")
                .maxResults(100)
                .build());
  }

  @Test
  void theVersionsOfTheAccountAreListedWithoutOne() {
    SolutionVersionCalls.KIND.list(client, null);

    assertThat(asked)
        .containsExactly(ListSolutionVersionsRequest.builder().maxResults(100).build());
  }
}
