package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.testing.Manifests;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.personalize.model.CategoricalHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.EventParameters;
import software.amazon.awssdk.services.personalize.model.EventsConfig;
import software.amazon.awssdk.services.personalize.model.IntegerHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;

/** All that CreateSolution takes is compared; what is absent has AWS's default. */
class SolutionDifferencesTest {
  private static final String GROUP =
      "arn:aws:personalize:eu-west-1:123456789012:dataset-group/movies";
  private static final SolutionUpdate NO_UPDATE = new SolutionUpdate(false, null, null, null);

  private static final IntegerHyperParameterRange BPTT =
      IntegerHyperParameterRange.builder().name("training.bptt").minValue(2).maxValue(22).build();
  private static final CategoricalHyperParameterRange MASK =
      CategoricalHyperParameterRange.builder()
          .name("data.recency_mask")
          .values("false", "true")
          .build();

  private static SolutionSpec spec(String recipe, String more) {
    return Manifests.read(
            Solution.class,
            "metadata: {name: s}\nspec:\n  datasetGroupRef: {name: movies}\n"
                + (recipe == null ? "" : "  recipe: " + recipe + "\n")
                + more.indent(2))
        .getSpec();
  }

  private static String arn(String recipe) {
    return recipe == null ? null : "arn:aws:personalize:::recipe/" + recipe;
  }

  private static SolutionConfig config(Consumer<SolutionConfig.Builder> settings) {
    SolutionConfig.Builder builder = SolutionConfig.builder();
    settings.accept(builder);
    return builder.build();
  }

  private static List<String> differences(String recipe, String manifest, SolutionConfig live) {
    SolutionDetails details =
        new SolutionDetails(GROUP, arn(recipe), null, null, null, live, NO_UPDATE, null, null);
    return new SolutionDifferences(spec(recipe, manifest), details).to(GROUP, arn(recipe));
  }

  @ParameterizedTest
  @MethodSource("whatDiffers")
  void everySettingIsComparedAndNamed(
      String manifest, Consumer<SolutionConfig.Builder> live, String difference) {
    assertThat(differences("aws-user-personalization", manifest, config(live)))
        .containsExactly(difference);
  }

  static Stream<Arguments> whatDiffers() {
    return Stream.of(
        differing(
            "config: {algorithmHyperParameters: {hidden_dimension: \"128\"}}",
            c -> c.algorithmHyperParameters(Map.of("hidden_dimension", "64")),
            "algorithmHyperParameters.hidden_dimension 64"),
        differing(
            "config: {algorithmHyperParameters: {hidden_dimension: \"128\"}}",
            c -> {},
            "algorithmHyperParameters.hidden_dimension 149"),
        differing(
            "",
            c -> c.algorithmHyperParameters(Map.of("bptt", "16")),
            "algorithmHyperParameters.bptt 16"),
        differing(
            "config: {featureTransformationParameters: {max_user_history_length_percentile: \"0.9\"}}",
            c -> {},
            "featureTransformationParameters.max_user_history_length_percentile 0.99"),
        differing(
            "config: {eventValueThreshold: \"0.5\"}",
            c -> c.eventValueThreshold("0.7"),
            "eventValueThreshold 0.7"),
        differing("", c -> c.eventValueThreshold("0.7"), "eventValueThreshold 0.7"),
        differing(
            "config: {optimizationObjective: {itemAttribute: PRICE, objectiveSensitivity: LOW}}",
            c ->
                c.optimizationObjective(o -> o.itemAttribute("PRICE").objectiveSensitivity("HIGH")),
            "optimizationObjective.objectiveSensitivity HIGH"),
        differing(
            "config: {trainingDataConfig: {excludedDatasetColumns: {Items: [PLOT]}}}",
            c -> {},
            "trainingDataConfig.excludedDatasetColumns.Items not set"),
        differing(
            "config: {trainingDataConfig: {includedDatasetColumns: {Items: [PLOT]}}}",
            c ->
                c.trainingDataConfig(
                    t -> t.includedDatasetColumns(Map.of("Items", List.of("GENRES", "PLOT")))),
            "trainingDataConfig.includedDatasetColumns.Items GENRES, PLOT"),
        differing(
            "config: {hpoConfig: {hpoResourceConfig: {maxNumberOfTrainingJobs: 16}}}",
            c -> c.hpoConfig(h -> h.hpoResourceConfig(r -> r.maxNumberOfTrainingJobs("8"))),
            "hpoConfig.hpoResourceConfig.maxNumberOfTrainingJobs 8"),
        differing(
            "config: {hpoConfig: {algorithmHyperParameterRanges: {integerHyperParameterRanges:"
                + " [{name: bptt, minValue: 2, maxValue: 16}]}}}",
            c ->
                c.hpoConfig(
                    h -> h.algorithmHyperParameterRanges(a -> a.integerHyperParameterRanges(BPTT))),
            "hpoConfig.algorithmHyperParameterRanges.bptt 2 to 22"),
        differing(
            "config: {autoMLConfig: {metricName: ndcg}}",
            c -> c.autoMLConfig(a -> a.metricName("precision")),
            "autoMLConfig.metricName precision"));
  }

  private static Arguments differing(
      String manifest, Consumer<SolutionConfig.Builder> live, String difference) {
    return Arguments.of(manifest, live, difference);
  }

  @ParameterizedTest
  @MethodSource("whatIsTheSame")
  void whatIsWrittenInAnotherWayIsTheSame(String manifest, Consumer<SolutionConfig.Builder> live) {
    assertThat(differences("aws-user-personalization", manifest, config(live))).isEmpty();
  }

  static Stream<Arguments> whatIsTheSame() {
    return Stream.of(
        same("", c -> {}),
        same(
            "config: {algorithmHyperParameters: {hidden_dimension: \"55\"}}",
            c ->
                c.algorithmHyperParameters(
                    Map.of("hidden_dimension", "55", "bptt", "32", "recency_mask", "true"))),
        same("config: {algorithmHyperParameters: {bptt: \"32\"}}", c -> {}),
        same(
            "",
            c ->
                c.featureTransformationParameters(
                    Map.of("min_user_history_length_percentile", "0.0"))),
        same("config: {eventValueThreshold: \"0.50\"}", c -> c.eventValueThreshold("0.5")),
        same(
            "config: {optimizationObjective: {itemAttribute: PRICE}}",
            c ->
                c.optimizationObjective(o -> o.itemAttribute("PRICE").objectiveSensitivity("OFF"))),
        same(
            "config: {trainingDataConfig: {excludedDatasetColumns: {Items: [PLOT, GENRES], Users: []}}}",
            c ->
                c.trainingDataConfig(
                    t -> t.excludedDatasetColumns(Map.of("Items", List.of("GENRES", "PLOT"))))),
        // The answer of DescribeSolution in the developer guide, "Viewing hyperparameters".
        same(
            "config: {hpoConfig: {algorithmHyperParameterRanges: {"
                + "integerHyperParameterRanges: [{name: bptt, minValue: 2, maxValue: 22}],"
                + " categoricalHyperParameterRanges: [{name: recency_mask, values: [\"true\", \"false\"]}]},"
                + " hpoResourceConfig: {maxNumberOfTrainingJobs: 4}}}",
            c ->
                c.hpoConfig(
                    h ->
                        h.hpoResourceConfig(
                                r -> r.maxNumberOfTrainingJobs("4").maxParallelTrainingJobs("2"))
                            .algorithmHyperParameterRanges(
                                a ->
                                    a.integerHyperParameterRanges(BPTT)
                                        .continuousHyperParameterRanges(List.of())
                                        .categoricalHyperParameterRanges(MASK)))),
        same(
            "config: {hpoConfig: {hpoObjective: {metricName: ndcg}}}",
            c -> c.hpoConfig(h -> h.hpoResourceConfig(r -> r.maxNumberOfTrainingJobs("4")))));
  }

  private static Arguments same(String manifest, Consumer<SolutionConfig.Builder> live) {
    return Arguments.of(manifest, live);
  }

  @Test
  void switchesAreOffByDefaultAndNamedThemselves() {
    SolutionDetails auto =
        new SolutionDetails(GROUP, null, null, true, true, null, NO_UPDATE, null, null);
    String recipe = "aws-sims";

    assertThat(new SolutionDifferences(spec(recipe, ""), auto).to(GROUP, arn(recipe)))
        .containsExactly("performAutoML true", "performHPO true");
    SolutionDetails byHand =
        new SolutionDetails(GROUP, arn(recipe), null, false, false, null, NO_UPDATE, null, null);
    assertThat(
            new SolutionDifferences(spec(recipe, "performHPO: false"), byHand)
                .to(GROUP, arn(recipe)))
        .isEmpty();
    assertThat(new SolutionDifferences(spec(null, "performAutoML: true"), byHand).to(GROUP, null))
        .containsExactly("performAutoML false");
  }

  @Test
  void eventsThatAwsCannotRemoveAreADifference() {
    SolutionUpdate weighed =
        new SolutionUpdate(
            false,
            null,
            null,
            EventsConfig.builder()
                .eventParametersList(EventParameters.builder().eventType("watch").build())
                .build());
    String recipe = "aws-user-personalization-v2";
    SolutionDetails live =
        new SolutionDetails(GROUP, arn(recipe), null, null, null, null, weighed, null, null);

    assertThat(new SolutionDifferences(spec(recipe, ""), live).to(GROUP, arn(recipe)))
        .containsExactly("eventsConfig, which AWS can replace but not remove");
    assertThat(
            new SolutionDifferences(
                    spec(
                        recipe,
                        "config: {eventsConfig: {eventParametersList: [{eventType: click}]}}"),
                    live)
                .to(GROUP, arn(recipe)))
        .as("others can replace them")
        .isEmpty();
  }
}
