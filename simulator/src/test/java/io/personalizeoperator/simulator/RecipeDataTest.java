package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** What data a recipe needs: the pages on the recipes, "Required and optional datasets". */
class RecipeDataTest extends SimulatorWithFiles {
  private static final String EVENTS =
      "USER_ID string, ITEM_ID string, EVENT_TYPE string, EVENT_VALUE float?, TIMESTAMP long";
  private String group;

  @BeforeEach
  void prepare() {
    group = pipeline.datasetGroup("magazine");
  }

  private void dataset(String type, String fields) {
    String name = type + "-of-" + group.substring(group.indexOf('/') + 1);
    pipeline.dataset(group, type, pipeline.schema(name, SchemaText.of(type, fields)));
  }

  private String trainedArn(String recipe, String eventType, String threshold) {
    String solution =
        personalize
            .createSolution(
                request ->
                    request
                        .name("s-" + simulator.clock().instant().toEpochMilli())
                        .datasetGroupArn(group)
                        .recipeArn("arn:aws:personalize:::recipe/" + recipe)
                        .eventType(eventType)
                        .performAutoTraining(false)
                        .solutionConfig(config -> config.eventValueThreshold(threshold)))
            .solutionArn();
    advance("PT30S");
    return pipeline.version(solution);
  }

  private SolutionVersion trained(String recipe) {
    return trained(recipe, null, null);
  }

  private SolutionVersion trained(String recipe, String eventType, String threshold) {
    String arn = trainedArn(recipe, eventType, threshold);
    return personalize
        .describeSolutionVersion(request -> request.solutionVersionArn(arn))
        .solutionVersion();
  }

  /**
   * native-recipe-semantic-similarity: an Items dataset with a name and a text; no interactions.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ITEM_ID string, HEADLINE string itemName, BODY string? textual |
          ITEM_ID string, HEADLINE string, BODY string? textual          | has no string field with itemName
          ITEM_ID string, HEADLINE string itemName, YEAR int             | has no textual field
          """)
  void semanticSimilarityNeedsANameAndAText(String fields, String reason) {
    dataset("Items", fields);
    SolutionVersion version = trained("aws-semantic-similarity");
    if (reason == null) {
      assertThat(version.status()).isEqualTo("ACTIVE");
    } else {
      assertThat(version.failureReason()).contains(reason);
      assertThat(version.status()).isEqualTo("CREATE FAILED");
    }
  }

  @Test
  void semanticSimilarityNeedsAnItemsDataset() throws IOException {
    interactions(1000, 1);
    assertThat(trained("aws-semantic-similarity").failureReason()).contains("no ITEMS dataset");
  }

  /** native-recipe-semantic-similarity, "Properties and hyperparameters". */
  @Test
  void rankingInfluencesNeedTheirData() {
    dataset("Items", "ITEM_ID string, HEADLINE string itemName, BODY string textual");
    String version = trainedArn("aws-semantic-similarity", null, null);
    assertThatThrownBy(() -> campaign(version, "FRESHNESS", 0.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("CREATION_TIMESTAMP");
    assertThatThrownBy(() -> campaign(version, "POPULARITY", 0.5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("INTERACTIONS dataset");
    campaign(version, "POPULARITY", 0.0);
  }

  private void campaign(String version, String factor, double weight) {
    personalize.createCampaign(
        request ->
            request
                .name("home")
                .solutionVersionArn(version)
                .campaignConfig(
                    config -> config.rankingInfluenceWithStrings(Map.of(factor, weight))));
  }

  /** native-recipe-next-best-action: Actions, and 1,000 item interactions. */
  @Test
  void nextBestActionNeedsActionsAndInteractions() throws IOException {
    interactions(1000, 1);
    assertThat(trained("aws-next-best-action").failureReason()).contains("no ACTIONS dataset");
    dataset("Actions", "ACTION_ID string, YEAR int");
    assertThat(trained("aws-next-best-action").status()).isEqualTo("ACTIVE");
    group = pipeline.datasetGroup("second");
    dataset("Actions", "ACTION_ID string, COST int");
    assertThat(trained("aws-next-best-action").failureReason()).contains("no INTERACTIONS dataset");
  }

  /** limits: unique item interactions, after filtering by event type or event value. */
  @Test
  void interactionsCountOnceAndAfterFiltering() throws IOException {
    interactions(999, 2);
    assertThat(trained("aws-sims").failureReason()).contains("fewer than 1000 interactions");
    interactions(1000, 1);
    assertThat(trained("aws-sims").status()).isEqualTo("ACTIVE");
    assertThat(trained("aws-sims", "watch", "0.5").status()).isEqualTo("ACTIVE");
    assertThat(trained("aws-sims", null, "0.6").failureReason())
        .contains("fewer than 1000 interactions after filtering by event value: 0.6");
    assertThat(trained("aws-sims", "buy", "0.5").failureReason())
        .contains("after filtering by event type: buy and event value: 0.5");
  }

  /** limits: 1 percent of all users must have at least 2 interactions. */
  @Test
  void aHundredthOfTheUsersHasTwoInteractions() throws IOException {
    String frequent = rows(50, 25, "0.5");
    String once =
        IntStream.range(0, 2500)
            .mapToObj(i -> "once-%d,i,watch,,1\n".formatted(i))
            .collect(Collectors.joining());
    write(frequent + once);
    assertThat(trained("aws-sims").failureReason()).contains("fewer than 1 percent of users");
  }

  private static String rows(int count, int users, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "u%d,i%d,watch,%s,%d\n".formatted(i % users, i % 7, value, i))
        .collect(Collectors.joining());
  }

  /** Imports that many interactions, each as many times. */
  private void interactions(int count, int times) throws IOException {
    write(rows(count, 30, "0.5").repeat(times));
  }

  private void write(String rows) throws IOException {
    String dataset = "arn:aws:personalize:eu-west-1:123456789012:dataset/magazine/INTERACTIONS";
    if (personalize.listDatasets(request -> request.datasetGroupArn(group)).datasets().stream()
        .noneMatch(one -> one.datasetArn().equals(dataset))) {
      dataset("Interactions", EVENTS);
    }
    String name = "job-" + simulator.clock().instant().toEpochMilli();
    MovieData.put(
        directory,
        "bucket/" + name + ".csv",
        "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP\n" + rows);
    pipeline.importJob(name, dataset, "s3://bucket/" + name + ".csv");
  }
}
