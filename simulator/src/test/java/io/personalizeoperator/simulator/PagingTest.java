package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.DataDeletionJobSummary;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.InvalidNextTokenException;

class PagingTest extends SimulatorTest {
  private Pipeline pipeline;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedAndTokensAreOfOneList() {
    for (int i = 0; i < 5; i++) {
      pipeline.schema("schema-" + i, Pipeline.ITEMS);
    }
    var first = personalize.listSchemas(request -> request.maxResults(2));
    assertThat(first.schemas()).hasSize(2);
    assertThat(personalize.listSchemasPaginator(request -> request.maxResults(2)).schemas())
        .hasSize(5);
    assertThatThrownBy(
            () -> personalize.listDatasetGroups(request -> request.nextToken(first.nextToken())))
        .isInstanceOf(InvalidNextTokenException.class);
    assertThatThrownBy(() -> personalize.listSchemas(request -> request.nextToken("MSBhYmM")))
        .isInstanceOf(InvalidNextTokenException.class);
    assertThatThrownBy(() -> personalize.listSchemas(request -> request.nextToken("!")))
        .isInstanceOf(InvalidNextTokenException.class);
    assertThatThrownBy(() -> personalize.listSchemas(request -> request.maxResults(101)))
        .isInstanceOf(InvalidInputException.class);
  }

  private void deletion(String group, String name) {
    personalize.createDataDeletionJob(
        request ->
            request
                .jobName(name)
                .datasetGroupArn(group)
                .roleArn(ROLE)
                .dataSource(source -> source.dataLocation("s3://bucket/users.csv")));
  }

  private List<String> deletions(String group) {
    return personalize
        .listDataDeletionJobs(request -> request.datasetGroupArn(group))
        .dataDeletionJobs()
        .stream()
        .map(DataDeletionJobSummary::jobName)
        .toList();
  }

  /** The API reference: "ordered by creation time, with the most recent first". */
  @Test
  void dataDeletionJobsAreListedNewestFirstAlsoWhenTheyHaveTheSameTime() {
    String group = pipeline.datasetGroup("movies");
    deletion(group, "first");
    advance("PT2H");
    deletion(group, "second");
    deletion(group, "third");
    simulator.advance(Duration.ofMillis(1));
    deletion(group, "fourth");
    assertThat(deletions(group)).containsExactly("fourth", "third", "second", "first");
    assertThat(deletions(null)).containsExactly("fourth", "third", "second", "first");
  }

  @Test
  void pagesOfDataDeletionJobsGoOnWithTheOlderOnes() {
    String group = pipeline.datasetGroup("movies");
    List.of("first", "second", "third").forEach(name -> deletion(group, name));
    var page = personalize.listDataDeletionJobs(request -> request.maxResults(2));
    assertThat(page.dataDeletionJobs())
        .extracting(DataDeletionJobSummary::jobName)
        .containsExactly("third", "second");
    deletion(group, "fourth");
    var rest =
        personalize.listDataDeletionJobs(
            request -> request.maxResults(2).nextToken(page.nextToken()));
    assertThat(rest.dataDeletionJobs())
        .extracting(DataDeletionJobSummary::jobName)
        .containsExactly("first");
    assertThat(rest.nextToken()).isNull();
  }
}
