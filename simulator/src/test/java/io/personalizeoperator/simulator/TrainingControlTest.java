package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.personalize.model.CategoricalHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.ContinuousHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.IntegerHyperParameterRange;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.LimitExceededException;
import software.amazon.awssdk.services.personalize.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a test of scheduled trainings needs of the simulator, by solution and by version. */
class TrainingControlTest extends SimulatorTest {
  private Pipeline pipeline;
  private String group;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
    group = pipeline.groupWithData("movies");
  }

  private void put(String path, String body) throws IOException, InterruptedException {
    assertThat(control("PUT", path, body.replace('\'', '"')).statusCode()).isEqualTo(200);
  }

  private String train(String solution, String name) {
    return personalize
        .createSolutionVersion(request -> request.solutionArn(solution).name(name))
        .solutionVersionArn();
  }

  private SolutionVersion version(String arn) {
    return personalize
        .describeSolutionVersion(request -> request.solutionVersionArn(arn))
        .solutionVersion();
  }

  private List<SolutionVersionSummary> versions(String solution) {
    return personalize
        .listSolutionVersions(request -> request.solutionArn(solution))
        .solutionVersions();
  }

  private Map<String, Double> metrics(String version) {
    return personalize.getSolutionMetrics(request -> request.solutionVersionArn(version)).metrics();
  }

  @Test
  void trainingsOfASolutionTakeTheirOwnTime() throws Exception {
    String slow = pipeline.solution(group, "slow");
    String other = pipeline.solution(group, "other");
    put("durations", "{'solution':'slow','training':'PT5H'}");
    String first = train(slow, "first");
    String second = train(other, "second");
    advance("PT1H");
    assertThat(version(second).status()).isEqualTo("ACTIVE");
    assertThat(version(first).status()).isEqualTo("CREATE IN_PROGRESS");
    advance("PT4H");
    assertThat(version(first).status()).isEqualTo("ACTIVE");
    assertThat(version(first).trainingHours()).isEqualTo(5.0);
    assertThat(control("PUT", "durations", "{\"solution\":\"slow\",\"import\":\"PT5H\"}").body())
        .contains("import: unknown member");
  }

  @Test
  void aStoppedTrainingIsStoppingForATenthOfItsOwnTime() throws Exception {
    String slow = pipeline.solution(group, "slow");
    put("durations", "{'solution':'slow','training':'PT10H'}");
    String version = train(slow, "first");
    advance("PT2H");
    personalize.stopSolutionVersionCreation(request -> request.solutionVersionArn(version));
    advance("PT59M");
    assertThat(version(version).status()).isEqualTo("CREATE STOPPING");
    advance("PT1M");
    assertThat(version(version).status()).isEqualTo("CREATE STOPPED");
  }

  @Test
  void trainingsOfOneSolutionFailAlsoAutomaticOnes() throws Exception {
    String bad =
        personalize
            .createSolution(
                request -> request.name("bad").datasetGroupArn(group).recipeArn(Pipeline.RECIPE))
            .solutionArn();
    String good = pipeline.solution(group, "good");
    String fault =
        "{'operation':'CreateSolutionVersion','fault':'FailCreation','containing':'solution/bad',"
            + "'message':'The model did not converge.'}";
    assertThat(control("POST", "faults", fault.replace('\'', '"')).statusCode()).isEqualTo(200);
    advance("PT3H");
    assertThat(versions(bad))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.status()).isEqualTo("CREATE FAILED");
              assertThat(version.failureReason()).isEqualTo("The model did not converge.");
              assertThat(version.trainingTypeAsString()).isEqualTo("AUTOMATIC");
            });
    String manual = train(bad, "manual");
    String trained = train(good, "trained");
    advance("PT1H");
    assertThat(version(manual).status()).isEqualTo("CREATE FAILED");
    assertThat(version(trained).status()).isEqualTo("ACTIVE");
  }

  @Test
  void metricsAreSetForAVersionASolutionOrAll() throws Exception {
    String solution = pipeline.solution(group, "for-you");
    put("metrics", "{'solution':'*','metrics':{'coverage':0.1}}");
    put("metrics", "{'solution':'for-you','metrics':{'coverage':0.2}}");
    put("metrics", "{'solution':'for-you','version':'third','metrics':{'coverage':0.3}}");
    String other = pipeline.version(pipeline.solution(group, "other"));
    String first = train(solution, "first");
    String third = train(solution, "third");
    advance("PT1H");
    assertThat(metrics(other)).containsExactly(Map.entry("coverage", 0.1));
    assertThat(metrics(first)).containsExactly(Map.entry("coverage", 0.2));
    assertThat(metrics(third)).containsExactly(Map.entry("coverage", 0.3));
    String id = first.substring(first.lastIndexOf('/') + 1);
    put("metrics", "{'solution':'for-you','metrics':{'coverage':0.4}}");
    assertThat(metrics(first)).as("trained before").containsExactly(Map.entry("coverage", 0.2));
    put(
        "metrics",
        "{'solution':'for-you','version':'%s','metrics':{'coverage':0.5}}".formatted(id));
    assertThat(metrics(first)).as("set for itself").containsExactly(Map.entry("coverage", 0.5));
  }

  @Test
  void tunedParametersComeWithOptimizationOnly() throws Exception {
    IntegerHyperParameterRange bptt =
        IntegerHyperParameterRange.builder().name("bptt").minValue(2).maxValue(22).build();
    String solution =
        personalize
            .createSolution(
                request ->
                    request
                        .name("tuned")
                        .datasetGroupArn(group)
                        .recipeArn(Pipeline.RECIPE)
                        .performHPO(true)
                        .performAutoTraining(false)
                        .solutionConfig(
                            config ->
                                config
                                    .algorithmHyperParameters(Map.of("hidden_dimension", "55"))
                                    .hpoConfig(
                                        hpo ->
                                            hpo.algorithmHyperParameterRanges(
                                                ranges ->
                                                    ranges
                                                        .integerHyperParameterRanges(bptt)
                                                        .continuousHyperParameterRanges(
                                                            List
                                                                .<ContinuousHyperParameterRange>
                                                                    of())
                                                        .categoricalHyperParameterRanges(
                                                            List
                                                                .<CategoricalHyperParameterRange>
                                                                    of())))))
            .solutionArn();
    advance("PT30S");
    assertThat(version(pipeline.version(solution)).tunedHPOParams().algorithmHyperParameters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("hidden_dimension", "55", "bptt", "12"));
    put(
        "metrics",
        "{'solution':'tuned','tunedHPOParams':{'algorithmHyperParameters':{'bptt':'7'}}}");
    assertThat(version(pipeline.version(solution)).tunedHPOParams().algorithmHyperParameters())
        .containsExactly(Map.entry("bptt", "7"));
    String plain = pipeline.version(pipeline.solution(group, "plain"));
    assertThat(version(plain).tunedHPOParams()).isNull();
  }

  /** API_CreateSolutionVersion: name and tags; names are unique within a solution. */
  @Test
  void aVersionHasItsNameAndTagsAndTheNameOnceInItsSolution() {
    String solution = pipeline.solution(group, "for-you");
    Tag tag = Tag.builder().tagKey("tick").tagValue("1").build();
    String arn =
        personalize
            .createSolutionVersion(
                request -> request.solutionArn(solution).name("week-1").tags(tag))
            .solutionVersionArn();
    assertThat(version(arn).name()).isEqualTo("week-1");
    assertThat(personalize.listTagsForResource(request -> request.resourceArn(arn)).tags())
        .containsExactly(tag);
    assertThatThrownBy(() -> train(solution, "week-1"))
        .isInstanceOf(ResourceAlreadyExistsException.class)
        .hasMessageContaining(arn);
    assertThat(train(pipeline.solution(group, "other"), "week-1")).contains("/other/");
  }

  /** API_CreateSolutionVersion: UPDATE only with these recipes and an ACTIVE FULL version. */
  @ParameterizedTest
  @CsvSource({
    "aws-user-personalization, true",
    "aws-hrnn-coldstart, true",
    "aws-user-personalization-v2, false",
    "aws-hrnn, false",
    "aws-personalized-ranking, false",
    "aws-sims, false"
  })
  void trainingModeUpdate(String recipe, boolean allowed) {
    String solution =
        personalize
            .createSolution(
                request ->
                    request
                        .name("s")
                        .datasetGroupArn(group)
                        .recipeArn("arn:aws:personalize:::recipe/" + recipe)
                        .performAutoTraining(false))
            .solutionArn();
    advance("PT30S");
    assertThatThrownBy(() -> update(solution)).isInstanceOf(InvalidInputException.class);
    pipeline.version(solution);
    if (allowed) {
      update(solution);
    } else {
      assertThatThrownBy(() -> update(solution))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("supported only");
    }
  }

  private void update(String solution) {
    personalize.createSolutionVersion(
        request -> request.solutionArn(solution).trainingMode("UPDATE"));
  }

  /** limits: 20 pending or in-progress solution versions in the account and region. */
  @Test
  void twentyTrainingsAreInProgressInTheRegion() {
    List<String> solutions =
        List.of(pipeline.solution(group, "one"), pipeline.solution(group, "two"));
    for (int i = 0; i < 20; i++) {
      train(solutions.get(i % 2), "n" + i);
    }
    assertThatThrownBy(() -> train(solutions.getFirst(), "more"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("More than 20 resources with PENDING or IN_PROGRESS status.");
    advance("PT1H");
    train(solutions.getFirst(), "more");
  }

  /** auto-training: scheduling is based on the start of the last automatic training. */
  @Test
  void automaticVersionsAppearAtTheFrequency() {
    String solution =
        personalize
            .createSolution(
                request ->
                    request
                        .name("auto")
                        .datasetGroupArn(group)
                        .recipeArn(Pipeline.RECIPE)
                        .solutionConfig(
                            config ->
                                config.autoTrainingConfig(
                                    auto -> auto.schedulingExpression("rate(3 days)"))))
            .solutionArn();
    advance("PT30S");
    advance("PT1H");
    assertThat(versions(solution)).hasSize(1);
    advance("P3D");
    advance("P3D");
    List<SolutionVersionSummary> versions = versions(solution);
    assertThat(versions)
        .hasSize(3)
        .allMatch(version -> version.trainingTypeAsString().equals("AUTOMATIC"))
        .allMatch(version -> version.trainingModeAsString().equals("FULL"));
    assertThat(
            Duration.between(
                versions.get(1).creationDateTime(), versions.get(2).creationDateTime()))
        .isEqualTo(Duration.ofDays(3));
  }
}
