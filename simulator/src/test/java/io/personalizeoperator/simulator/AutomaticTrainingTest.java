package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;

class AutomaticTrainingTest extends SimulatorTest {
  private Pipeline pipeline;
  private String group;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
    group = pipeline.groupWithData("movies");
  }

  private String solution() {
    String arn =
        personalize
            .createSolution(
                request -> request.name("auto").datasetGroupArn(group).recipeArn(Pipeline.RECIPE))
            .solutionArn();
    advance("PT30S");
    return arn;
  }

  private List<SolutionVersionSummary> versions(String solution) {
    return personalize
        .listSolutionVersions(request -> request.solutionArn(solution))
        .solutionVersions();
  }

  private Solution describe(String solution) {
    return personalize.describeSolution(request -> request.solutionArn(solution)).solution();
  }

  @Test
  void aSolutionTrainsByItselfUnlessItIsToldNotTo() {
    String solution = solution();
    assertThat(describe(solution).performAutoTraining()).isTrue();
    assertThat(versions(solution)).isEmpty();
    advance("PT1H");
    assertThat(versions(solution))
        .singleElement()
        .satisfies(version -> assertThat(version.trainingTypeAsString()).isEqualTo("AUTOMATIC"));
    advance("P7D");
    assertThat(versions(solution)).hasSize(2);
    advance("P365D");
    assertThat(versions(solution))
        .hasSize(54)
        .allMatch(version -> version.status().equals("ACTIVE"));
    assertThat(describe(solution).latestSolutionVersion().solutionVersionArn())
        .isEqualTo(versions(solution).getLast().solutionVersionArn());
  }

  @Test
  void trainingByHandInTheFirstHourTakesThePlaceOfTheFirstAutomaticOne() {
    String solution = solution();
    personalize.createSolutionVersion(request -> request.solutionArn(solution).name("mine"));
    advance("PT2H");
    assertThat(versions(solution)).hasSize(1);
    advance("P7D");
    assertThat(versions(solution)).hasSize(2);
  }

  @Test
  void anUpdateChangesTheScheduleOrEndsIt() {
    String solution = solution();
    advance("PT1H");
    personalize.updateSolution(
        request ->
            request
                .solutionArn(solution)
                .solutionUpdateConfig(
                    config ->
                        config.autoTrainingConfig(
                            auto -> auto.schedulingExpression("rate(1 day)"))));
    assertThat(describe(solution).latestSolutionUpdate().status()).isEqualTo("CREATE PENDING");
    assertThat(describe(solution).solutionConfig()).isNull();
    advance("PT30S");
    assertThat(describe(solution).latestSolutionUpdate().status()).isEqualTo("ACTIVE");
    assertThat(describe(solution).solutionConfig().autoTrainingConfig().schedulingExpression())
        .isEqualTo("rate(1 day)");
    advance("PT1H");
    assertThat(versions(solution)).as("a new frequency starts within the hour").hasSize(2);
    advance("P3D");
    assertThat(versions(solution)).hasSize(5);
    personalize.updateSolution(request -> request.solutionArn(solution).performAutoTraining(false));
    advance("P30D");
    assertThat(versions(solution)).hasSize(5);
    assertThat(describe(solution).performAutoTraining()).isFalse();
  }

  @Test
  void aCampaignThatFollowsTheLatestVersionMovesToIt() {
    String solution = solution();
    advance("PT2H");
    String first = versions(solution).getFirst().solutionVersionArn();
    String campaign =
        personalize
            .createCampaign(
                request ->
                    request
                        .name("home")
                        .solutionVersionArn(solution + "/$LATEST")
                        .campaignConfig(config -> config.syncWithLatestSolutionVersion(true)))
            .campaignArn();
    advance("PT12M");
    Campaign serving =
        personalize.describeCampaign(request -> request.campaignArn(campaign)).campaign();
    assertThat(serving.solutionVersionArn()).isEqualTo(first);
    advance("P7D");
    Campaign moved =
        personalize.describeCampaign(request -> request.campaignArn(campaign)).campaign();
    assertThat(moved.solutionVersionArn())
        .isEqualTo(versions(solution).getLast().solutionVersionArn());
    assertThat(moved.latestCampaignUpdate().status()).isEqualTo("ACTIVE");
  }
}
