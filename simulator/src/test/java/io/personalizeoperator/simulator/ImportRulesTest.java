package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.personalize.model.DatasetImportJob;

/** The rules on the content of CSV files, each with the page of the guide that it comes from. */
class ImportRulesTest extends SimulatorWithFiles {
  private static final String EVENTS =
      "USER_ID string, ITEM_ID string, EVENT_TYPE string, TIMESTAMP long";
  private static final Pattern LONG = Pattern.compile("<(\\d+)>");
  private String group;

  @BeforeEach
  void prepare() {
    group = pipeline.datasetGroup("movies");
  }

  private String dataset(String record, String fields) {
    String type = record.equals("ActionInteractions") ? "Action_Interactions" : record;
    return pipeline.dataset(group, type, pipeline.schema("schema", SchemaText.of(record, fields)));
  }

  private DatasetImportJob imported(String dataset, String mode, String... files)
      throws IOException {
    String name = "job-" + simulator.clock().instant().toEpochMilli();
    for (int i = 0; i < files.length; i++) {
      MovieData.put(directory, "bucket/" + name + "/" + i + ".csv", files[i]);
    }
    String job =
        personalize
            .createDatasetImportJob(
                request ->
                    request
                        .jobName(name)
                        .datasetArn(dataset)
                        .roleArn(ROLE)
                        .importMode(mode)
                        .dataSource(source -> source.dataLocation("s3://bucket/" + name + "/")))
            .datasetImportJobArn();
    simulator.advance(Duration.ofMinutes(10));
    return personalize
        .describeDatasetImportJob(request -> request.datasetImportJobArn(job))
        .datasetImportJob();
  }

  /** {@code \n} ends a line, {@code <300>} is a text of that length. */
  private static String text(String csv) {
    Matcher matcher = LONG.matcher(csv.replace("\\n", "\n"));
    return matcher.replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1)))) + "\n";
  }

  /** Columns: the page, the dataset type, its fields, the file, the reason. */
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          preparing-training-data       | Items   | ITEM_ID string, YEAR int                     | "ITEM_ID",YEAR\\n1,2000             | must not be enclosed in quotation marks
          preparing-training-data       | Items   | ITEM_ID string, YEAR int                     | ITEM_ID,YEAR,A_B,AB\\n1,2000,a,b    | unique alphanumeric names; AB
          preparing-training-data       | Items   | ITEM_ID string, YEAR int                     | ITEM_ID,YEAR,YEAR\\n1,2000,2001     | unique alphanumeric names; YEAR
          preparing-training-data       | Items   | ITEM_ID string, YEAR int                     | ITEM_ID\\n1                         | missing the following columns: [YEAR]
          preparing-training-data       | Items   | ITEM_ID string, YEAR int, TITLE string       | ITEM_ID,YEAR,TITLE\\n1,2000,"a\\nb" | Row 2 of 0.csv is not on a single line
          how-it-works-dataset-schema   | Items   | ITEM_ID string, YEAR int                     | YEAR,ITEM_ID\\n2000,1               | not in the order of the schema: [ITEM_ID, YEAR]
          how-it-works-dataset-schema   | Items   | ITEM_ID string, YEAR int, NEW boolean        | ITEM_ID,YEAR,NEW\\n1,2000,True      | NEW must be of type boolean; found 'True'
          how-it-works-dataset-schema   | Items   | ITEM_ID string, YEAR int, NEW boolean        | ITEM_ID,YEAR,NEW\\n1,2000,1         | NEW must be of type boolean; found '1'
          how-it-works-dataset-schema   | Items   | ITEM_ID string, YEAR int                     | ITEM_ID,YEAR\\n1,                   | YEAR must be of type int; found ''
          how-it-works-dataset-schema   | Items   | ITEM_ID string, YEAR int                     | ITEM_ID,YEAR\\n1,2000.5             | YEAR must be of type int; found '2000.5'
          custom-datasets-and-schemas   | Items   | ITEM_ID string, YEAR int, TITLE string       | ITEM_ID,YEAR,TITLE\\n1,2000,CREATION_TIMESTAMP | TITLE has the reserved keyword 'CREATION_TIMESTAMP'
          items-datasets                | Items   | ITEM_ID string, YEAR int                     | ITEM_ID,YEAR\\n<257>,2000           | ITEM_ID has a value of 257 characters; at most 256
          users-datasets                | Users   | USER_ID string, AGE int                      | USER_ID,AGE\\n<257>,20              | USER_ID has a value of 257 characters; at most 256
          actions-datasets              | Actions | ACTION_ID string, YEAR int                   | ACTION_ID,YEAR\\n<257>,2000         | ACTION_ID has a value of 257 characters; at most 256
          items-datasets                | Items   | ITEM_ID string, GENRES string categorical    | ITEM_ID,GENRES\\n1,<1001>           | GENRES has a value of 1001 characters; at most 1000
          items-datasets                | Items   | ITEM_ID string, YEAR int, TITLE string       | ITEM_ID,YEAR,TITLE\\n1,2000,<1001>  | TITLE has a value of 1001 characters; at most 1000
          user-dataset-requirements     | Users   | USER_ID string, PLAN string categorical      | USER_ID,PLAN\\n1,<1001>             | PLAN has a value of 1001 characters; at most 1000
          actions-datasets              | Actions | ACTION_ID string, YEAR int, VALUE long       | ACTION_ID,YEAR,VALUE\\n1,2000,11    | VALUE must be from 1 to 10; found 11
          actions-datasets              | Actions | ACTION_ID string, YEAR int, VALUE long       | ACTION_ID,YEAR,VALUE\\n1,2000,0     | VALUE must be from 1 to 10; found 0
          actions-datasets              | Actions | ACTION_ID string, YEAR int, REPEAT_FREQUENCY long | ACTION_ID,YEAR,REPEAT_FREQUENCY\\n1,2000,31 | REPEAT_FREQUENCY must be from 0 to 30; found 31
          action-interactions-datasets  | ActionInteractions | USER_ID string, ACTION_ID string, EVENT_TYPE string, TIMESTAMP long | USER_ID,ACTION_ID,EVENT_TYPE,TIMESTAMP\\n1,1,bought,1 | must be Taken, Not taken or Viewed; found 'bought'
          """)
  void anImportFails(String page, String record, String fields, String csv, String reason)
      throws IOException {
    DatasetImportJob job = imported(dataset(record, fields), "FULL", text(csv));
    assertThat(job.failureReason()).contains(reason);
    assertThat(job.status()).isEqualTo("CREATE FAILED");
  }

  /** Columns: the page, the dataset type, its fields, the file. */
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          how-it-works-dataset-schema  | Items   | ITEM_ID string, YEAR int, NEW boolean?        | ITEM_ID,YEAR,NEW\\n1,2000,true\\n2,2000,false\\n3,2000,
          items-datasets               | Items   | ITEM_ID string, GENRES string? categorical    | ITEM_ID,GENRES\\n<256>,<1000>\\n2,Action|Crime
          items-datasets               | Items   | ITEM_ID string, DESCRIPTION string textual    | ITEM_ID,DESCRIPTION\\n1,"a \\\\"b\\\\", c"\\n2,<20001>
          actions-datasets             | Actions | ACTION_ID string, VALUE long, MEMBERSHIP_LEVEL string categorical, CREATION_TIMESTAMP long, REPEAT_FREQUENCY long | ACTION_ID,VALUE,MEMBERSHIP_LEVEL,CREATION_TIMESTAMP,REPEAT_FREQUENCY\\n1,10,Deluxe,1510003267,7
          action-interactions-datasets | ActionInteractions | USER_ID string, ACTION_ID string, EVENT_TYPE string, TIMESTAMP long | USER_ID,ACTION_ID,EVENT_TYPE,TIMESTAMP\\n35,73,Viewed,1586731606\\n54,35,Not taken,1586731609\\n23,10,TAKEN,1586735697
          """)
  void anImportSucceeds(String page, String record, String fields, String csv) throws IOException {
    DatasetImportJob job =
        imported(dataset(record, fields), "FULL", text(csv.replace("\\\\\"", "\\\"")));
    assertThat(job.failureReason()).isNull();
    assertThat(job.status()).isEqualTo("ACTIVE");
  }

  /** Developer guide, "Preparing training data": all column headers must match. */
  @Test
  void filesWithOtherHeadersAreNotOneImport() throws IOException {
    String dataset = dataset("Items", "ITEM_ID string, YEAR int");
    DatasetImportJob job =
        imported(dataset, "FULL", "ITEM_ID,YEAR\n1,2000\n", "ITEM_ID,EXTRA,YEAR\n2,x,2001\n");
    assertThat(job.failureReason()).contains("must match across all files", "1.csv");
  }

  private static String events(int first, int count, int types) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> "u%d,i%d,type-%d,%d\n".formatted(i % 30, i % 7, i % types, i))
        .collect(Collectors.joining("", "USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n", ""));
  }

  /**
   * Developer guide, "Item interactions dataset schema requirements (custom)": EVENT_TYPE counts.
   */
  @ParameterizedTest
  @CsvSource({"9, ACTIVE", "10, CREATE FAILED"})
  void eventTypesAndMetadataAreAtMostTen(int types, String status) throws IOException {
    DatasetImportJob job =
        imported(dataset("Interactions", EVENTS), "FULL", events(0, 1000, types));
    assertThat(job.status()).isEqualTo(status);
    if (status.endsWith("FAILED")) {
      assertThat(job.failureReason())
          .contains("event types (10) and the optional metadata columns (1) must be at most 10");
    }
  }

  /** Developer guide, "Endpoints and quotas": with FULL or INCREMENTAL import mode. */
  @Test
  void anIncrementOfInteractionsHasAThousandRecordsToo() throws IOException {
    String dataset = dataset("Interactions", EVENTS);
    assertThat(imported(dataset, "FULL", events(0, 1000, 2)).status()).isEqualTo("ACTIVE");
    assertThat(imported(dataset, "INCREMENTAL", events(1000, 999, 2)).failureReason())
        .contains("at least 1000 item interactions; the location has 999");
    assertThat(imported(dataset, "INCREMENTAL", events(1000, 1000, 2)).status())
        .isEqualTo("ACTIVE");
  }
}
