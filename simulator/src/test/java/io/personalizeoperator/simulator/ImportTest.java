package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

class ImportTest extends SimulatorWithFiles {
  private static final String HEADER = "USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n";
  private String group;
  private String dataset;

  @BeforeEach
  void prepare() throws IOException {
    MovieData.write(directory);
    group = pipeline.datasetGroup("movies");
    dataset =
        pipeline.dataset(
            group, "Interactions", pipeline.schema("interactions", Pipeline.INTERACTIONS));
  }

  private DatasetImportJob imported(String name, String location) {
    String arn = pipeline.importJob(name, dataset, location);
    return personalize
        .describeDatasetImportJob(request -> request.datasetImportJobArn(arn))
        .datasetImportJob();
  }

  private DatasetImportJob importedText(String name, String text) {
    try {
      MovieData.put(directory, "bucket/" + name + ".csv", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return imported(name, "s3://bucket/" + name + ".csv");
  }

  private static String rows(int count, int users) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      rows.append("user-%d,item-%d,watch,%d\n".formatted(i % users, i % 7, 1_700_000_000 + i));
    }
    return rows.toString();
  }

  @Test
  void filesAndFoldersAreRead() {
    assertThat(imported("file", MovieData.INTERACTIONS).status()).isEqualTo("ACTIVE");
    assertThat(imported("folder", "s3://movies/interactions/").status()).isEqualTo("ACTIVE");
  }

  @Test
  void whatCannotBeReadFailsWithAReason() {
    assertThat(imported("nothing", "s3://movies/nothing.csv").failureReason())
        .contains("Path does not exist: s3://movies/nothing.csv");
    assertThat(imported("outside", "s3://../../etc/passwd").failureReason())
        .contains("Invalid Data location");
    assertThat(importedText("column", "USER_ID,ITEM_ID,TIMESTAMP\na,b,1\n").failureReason())
        .contains("missing the following columns: [EVENT_TYPE]");
    assertThat(importedText("type", HEADER + "a,b,watch,yesterday\n").failureReason())
        .contains("Row 2", "TIMESTAMP must be of type long", "yesterday");
    assertThat(importedText("width", HEADER + "a,b\n").failureReason())
        .contains("2 values for 4 columns");
    assertThat(importedText("empty", "").failureReason()).contains("is empty");
    DatasetImportJob few = importedText("few", rows(999, 30));
    assertThat(few.status()).isEqualTo("CREATE FAILED");
    assertThat(few.failureReason()).contains("at least 1000").contains("has 999");
  }

  @Test
  void aTrainingNeedsEnoughUsersAndEventsOfItsType() {
    importedText("lonely", rows(1000, 24));
    assertThat(trained(null).failureReason()).contains("fewer than 25 users");
    importedText("enough", rows(1000, 25));
    assertThat(trained(null).status()).isEqualTo("ACTIVE");
    assertThat(trained("buy").failureReason())
        .contains("fewer than 1000 interactions after filtering by event type: buy");
  }

  private SolutionVersion trained(String eventType) {
    String solution =
        personalize
            .createSolution(
                request ->
                    request
                        .name("s-" + simulator.clock().instant().toEpochMilli())
                        .datasetGroupArn(group)
                        .recipeArn(Pipeline.RECIPE)
                        .eventType(eventType)
                        .performAutoTraining(false))
            .solutionArn();
    advance("PT30S");
    String version = pipeline.version(solution);
    return personalize
        .describeSolutionVersion(request -> request.solutionVersionArn(version))
        .solutionVersion();
  }

  @Test
  void theFirstImportIsAFullOne() {
    assertThatThrownBy(() -> incremental("first")).isInstanceOf(InvalidInputException.class);
    imported("full", MovieData.INTERACTIONS);
    incremental("second");
  }

  private void incremental(String name) {
    personalize.createDatasetImportJob(
        request ->
            request
                .jobName(name)
                .datasetArn(dataset)
                .roleArn(ROLE)
                .importMode("INCREMENTAL")
                .dataSource(source -> source.dataLocation(MovieData.INTERACTIONS)));
  }

  @Test
  void quotedValuesAndColumnsThatTheSchemaLacksAreFine() {
    StringBuilder text = new StringBuilder("USER_ID,EXTRA,ITEM_ID,EVENT_TYPE,TIMESTAMP\r\n");
    for (int i = 0; i < 1000; i++) {
      text.append("\"user %d\",x,%d,\"wat\"\"ch, it\",%d\r\n".formatted(i % 30, i, i));
    }
    assertThat(importedText("quoted", text.toString()).failureReason()).isNull();
  }
}
