package io.personalizeoperator.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportContentTest {
  private static final String DATASET =
      "arn:aws:personalize:eu-west-1:123456789012:dataset/movies/ITEMS";
  private static final String CREATED = "2026-11-23T12:00:00Z";
  private static final String LOCATION = "dataLocation: s3://bucket/items/";
  private static final String ROLE = "roleArn: arn:aws:iam::123456789012:role/r";

  private static ImportContent of(String... lines) {
    return ImportContent.of("items", resource(lines).getSpec(), DATASET, CREATED);
  }

  private static DatasetImport resource(String... lines) {
    return Manifests.read(
        DatasetImport.class,
        "metadata: {name: items}\nspec:\n  " + String.join("\n  ", lines) + "\n");
  }

  private static final ImportContent PLAIN = of(LOCATION, ROLE, "datasetRef: {name: items}");

  @ParameterizedTest
  @ValueSource(
      strings = {"importMode: INCREMENTAL", "publishAttributionMetricsToS3: true", "run: again"})
  void whatIsAddedToTheImportIsAnotherContent(String change) {
    assertThat(of(LOCATION, ROLE, change).hash()).isNotEqualTo(PLAIN.hash()).hasSize(16);
  }

  @Test
  void anotherPlaceRoleOrDatasetIsAnotherContent() {
    assertThat(of("dataLocation: s3://bucket/other/", ROLE).hash()).isNotEqualTo(PLAIN.hash());
    assertThat(of(LOCATION, ROLE + "2").hash()).isNotEqualTo(PLAIN.hash());
    assertThat(
            ImportContent.of("items", resource(LOCATION, ROLE).getSpec(), DATASET + "2", CREATED)
                .hash())
        .isNotEqualTo(PLAIN.hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags: {team: films}",
        "suspend: true",
        "deletionPolicy: Retain",
        "importMode: FULL",
        "publishAttributionMetricsToS3: false",
        "datasetArn: arn:aws:personalize:eu-west-1:123456789012:dataset/movies/ITEMS"
      })
  void whatSaysTheSameIsTheSameContent(String change) {
    assertThat(of(LOCATION, ROLE, change).hash()).isEqualTo(PLAIN.hash());
  }

  /** Pairs that the hash of earlier versions took for the same: 31 * 'A' + 'a' = 31 * 'B' + 'B'. */
  @ParameterizedTest
  @CsvSource({"s3://b/Aa.csv, s3://b/BB.csv", "s3://b/AaBB, s3://b/BBAa"})
  void locationsThatHashAlikeIn32BitsAreOtherContents(String one, String other) {
    ImportContent first = of("dataLocation: " + one, ROLE);
    ImportContent second = of("dataLocation: " + other, ROLE);

    assertThat(first.former()).isEqualTo(second.former());
    assertThat(first.hash()).isNotEqualTo(second.hash());
  }

  @Test
  void runsThatHashAlikeIn32BitsAreOtherContents() {
    assertThat(of(LOCATION, ROLE, "run: AX").hash())
        .isNotEqualTo(of(LOCATION, ROLE, "run: B9").hash());
  }

  /** Their jobs' names begin alike, and both stand in one group of the account view. */
  @Test
  void importsWhoseLongNamesBeginAlikeHaveOtherContents() {
    var spec = resource(LOCATION, ROLE).getSpec();
    String begin = "x".repeat(62);

    assertThat(ImportContent.of(begin + "a", spec, DATASET, CREATED).hash())
        .isNotEqualTo(ImportContent.of(begin + "b", spec, DATASET, CREATED).hash());
  }

  @Test
  void aJobOfAnEarlierVersionIsKnownByTheHashOfThen() {
    JobName former = new JobName("items", 1, PLAIN.former().iterator().next(), "");

    assertThat(PLAIN.isOf(former)).isTrue();
    assertThat(of(LOCATION, ROLE, "run: again").isOf(former)).isFalse();
  }
}
