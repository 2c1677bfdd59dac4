package io.personalizeoperator.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportSpec;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobNameTest {
  private static final String DATASET =
      "arn:aws:personalize:eu-west-1:123456789012:dataset/movies/ITEMS";

  private static DatasetImportSpec spec(String more) {
    return Manifests.read(
            DatasetImport.class,
            """
            metadata: {name: items}
            spec:
              datasetRef: {name: items}
              dataLocation: s3://bucket/items/
              roleArn: arn:aws:iam::123456789012:role/r
            """
                + more)
        .getSpec();
  }

  private static JobName name(String more) {
    return JobName.of("items", 3, spec(more), DATASET);
  }

  @Test
  void theNameIsAFunctionOfWhatIsImported() {
    assertThat(name("")).isEqualTo(name("")).hasToString("items-g3-" + name("").hash());
    assertThat(name("").hash()).matches("[0-9a-f]{8}");
    assertThat(JobName.of("items", 4, spec(""), DATASET).hash()).isEqualTo(name("").hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  dataLocation: s3://bucket/other/",
        "  roleArn: arn:aws:iam::123456789012:role/other",
        "  importMode: INCREMENTAL",
        "  publishAttributionMetricsToS3: true",
        "  run: again"
      })
  void everyChangeOfWhatIsImportedIsAnotherJob(String change) {
    String field = change.substring(0, change.indexOf(':') + 1);
    String base =
        """
        metadata: {name: items}
        spec:
          datasetRef: {name: items}
        """;
    StringBuilder yaml = new StringBuilder(base);
    for (String line :
        new String[] {
          "  dataLocation: s3://bucket/items/", "  roleArn: arn:aws:iam::123456789012:role/r"
        }) {
      if (!line.startsWith(field)) {
        yaml.append(line).append('\n');
      }
    }
    DatasetImportSpec changed =
        Manifests.read(DatasetImport.class, yaml.append(change).toString()).getSpec();

    assertThat(JobName.of("items", 3, changed, DATASET).hash()).isNotEqualTo(name("").hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"  tags: {team: films}", "  suspend: true", "  deletionPolicy: Retain"})
  void whatDoesNotConcernTheImportIsTheSameJob(String change) {
    assertThat(name(change).hash()).isEqualTo(name("").hash());
  }

  @Test
  void anotherDatasetIsAnotherJob() {
    assertThat(JobName.of("items", 3, spec(""), DATASET + "2").hash())
        .isNotEqualTo(name("").hash());
  }

  @Test
  void aNameIsReadBackAsItWasWritten() {
    JobName name = JobName.of("new-g2-items", 12, spec(""), DATASET);

    assertThat(JobName.parse(name.toString())).contains(name);
    assertThat(JobName.baseOf("dataset-import-job/" + name))
        .isEqualTo(JobName.groupOf("new-g2-items"));
  }

  @Test
  void aLongNameIsCutToLeaveRoomAndStaysInItsGroup() {
    String longest = "x".repeat(63);
    JobName name = JobName.of(longest, 9_999_999, spec(""), DATASET);

    assertThat(name.toString()).hasSizeLessThanOrEqualTo(63);
    assertThat(JobName.parse(name.toString())).contains(name);
    assertThat(JobName.baseOf("dataset-import-job/" + name)).isEqualTo(JobName.groupOf(longest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items",
        "items-g3",
        "items-g3-1234",
        "items-gx-12345678",
        "-g3-12345678",
        "items-g99999999999999999999-12345678"
      })
  void jobsOfOthersAreNoneOfOurs(String name) {
    assertThat(JobName.parse(name)).isEmpty();
    assertThat(JobName.baseOf("dataset-import-job/" + name)).isNotEqualTo("dataset-import-job/x");
  }
}
