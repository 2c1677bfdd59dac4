package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}
