package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;

/** What an update keeps, changes and refuses; the campaign runs a version of its own. */
class UpdateCampaignTest extends SimulatorTest {
  private static final Map<String, String> EXPLORATION = Map.of("explorationWeight", "0.4");
  private String solution;
  private String version;
  private String campaign;

  @BeforeEach
  void deploy() {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    solution = pipeline.solution(pipeline.groupWithData("movies"), "for-you");
    version = pipeline.version(solution);
    campaign =
        personalize
            .createCampaign(
                request ->
                    request
                        .name("home")
                        .solutionVersionArn(version)
                        .minProvisionedTPS(3)
                        .campaignConfig(exploring()))
            .campaignArn();
    advance("PT12M");
  }

  private static CampaignConfig exploring() {
    return CampaignConfig.builder()
        .itemExplorationConfig(EXPLORATION)
        .enableMetadataWithRecommendations(true)
        .build();
  }

  private Campaign described() {
    return personalize.describeCampaign(request -> request.campaignArn(campaign)).campaign();
  }

  private void serves(String expectedVersion, int expectedTps) {
    Campaign now = described();
    assertThat(now.status()).isEqualTo("ACTIVE");
    assertThat(now.solutionVersionArn()).isEqualTo(expectedVersion);
    assertThat(now.minProvisionedTPS()).isEqualTo(expectedTps);
    assertThat(now.campaignConfig()).isEqualTo(exploring());
  }

  @Test
  void anUpdateOfTheTpsKeepsTheVersionAndTheConfiguration() {
    new Pipeline(simulator, personalize).version(solution);
    personalize.updateCampaign(request -> request.campaignArn(campaign).minProvisionedTPS(9));
    assertThat(described().latestCampaignUpdate().solutionVersionArn()).isEqualTo(version);
    assertThat(described().latestCampaignUpdate().campaignConfig()).isEqualTo(exploring());
    serves(version, 3);
    advance("PT8M");
    serves(version, 9);
  }

  @Test
  void anUpdateOfTheVersionKeepsTheTpsAndTheConfiguration() {
    String next = new Pipeline(simulator, personalize).version(solution);
    personalize.updateCampaign(request -> request.campaignArn(campaign).solutionVersionArn(next));
    assertThat(described().latestCampaignUpdate().minProvisionedTPS()).isEqualTo(3);
    advance("PT8M");
    serves(next, 3);
  }

  @Test
  void anUpdateOfTheConfigurationKeepsTheVersionAndTheTps() {
    CampaignConfig plain = CampaignConfig.builder().enableMetadataWithRecommendations(true).build();
    personalize.updateCampaign(request -> request.campaignArn(campaign).campaignConfig(plain));
    advance("PT8M");
    Campaign now = described();
    assertThat(now.solutionVersionArn()).isEqualTo(version);
    assertThat(now.minProvisionedTPS()).isEqualTo(3);
    assertThat(now.campaignConfig()).isEqualTo(plain);
  }

  /** The API reference names no refusal of an update that changes nothing. */
  @Test
  void anUpdateThatChangesNothingRunsLikeAnyOther() {
    personalize.updateCampaign(request -> request.campaignArn(campaign));
    assertThat(described().latestCampaignUpdate().status()).isEqualTo("CREATE PENDING");
    advance("PT8M");
    assertThat(described().latestCampaignUpdate().status()).isEqualTo("ACTIVE");
    serves(version, 3);
  }

  @Test
  void rankingInfluenceIsRefusedForARecipeThatDoesNotTakeIt() {
    CampaignConfig influenced =
        CampaignConfig.builder().rankingInfluenceWithStrings(Map.of("POPULARITY", 0.5)).build();
    assertThatThrownBy(
            () ->
                personalize.createCampaign(
                    request ->
                        request
                            .name("other")
                            .solutionVersionArn(version)
                            .campaignConfig(influenced)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("rankingInfluence");
    assertThatThrownBy(
            () ->
                personalize.updateCampaign(
                    request ->
                        request
                            .campaignArn(campaign)
                            .minProvisionedTPS(9)
                            .campaignConfig(influenced)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("rankingInfluence");
    assertThat(described().latestCampaignUpdate()).isNull();
    serves(version, 3);
  }

  @Test
  void anAnswerLeavesOutTheMembersThatAreToldTo() throws Exception {
    personalize.updateCampaign(request -> request.campaignArn(campaign).minProvisionedTPS(9));
    String body =
        """
        {"operation":"DescribeCampaign","members":["campaign.latestCampaignUpdate.minProvisionedTPS","campaign.campaignConfig"]}""";
    assertThat(control("PUT", "omissions", body).statusCode()).isEqualTo(200);
    Campaign lean = described();
    assertThat(lean.latestCampaignUpdate().minProvisionedTPS()).isNull();
    assertThat(lean.latestCampaignUpdate().solutionVersionArn()).isEqualTo(version);
    assertThat(lean.campaignConfig()).isNull();
    assertThat(lean.minProvisionedTPS()).isEqualTo(3);
    control("PUT", "omissions", "{\"operation\":\"DescribeCampaign\",\"members\":[]}");
    assertThat(described().campaignConfig()).isEqualTo(exploring());
    simulator.omissions().set("ListCampaigns", List.of("campaigns.name", "campaigns.status"));
    assertThat(personalize.listCampaigns(request -> {}).campaigns())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.name()).isNull();
              assertThat(summary.status()).isNull();
              assertThat(summary.campaignArn()).isEqualTo(campaign);
            });
    control("DELETE", "omissions", "");
    assertThat(personalize.listCampaigns(request -> {}).campaigns())
        .singleElement()
        .satisfies(summary -> assertThat(summary.name()).isEqualTo("home"));
    advance("PT8M");
    serves(version, 9);
  }

  @Test
  void aVersionThatCannotBeDeployedFailsItsUpdatesAndNoOthers() throws Exception {
    String broken = new Pipeline(simulator, personalize).version(solution);
    String body =
        """
        {"operation":"UpdateCampaign","fault":"FailCreation","containing":"%s","message":"Cannot be deployed."}"""
            .formatted(broken);
    assertThat(control("POST", "faults", body).statusCode()).isEqualTo(200);
    for (int attempt = 0; attempt < 2; attempt++) {
      personalize.updateCampaign(
          request -> request.campaignArn(campaign).solutionVersionArn(broken).minProvisionedTPS(9));
      advance("PT8M");
      assertThat(described().latestCampaignUpdate().status()).isEqualTo("CREATE FAILED");
      assertThat(described().latestCampaignUpdate().failureReason())
          .isEqualTo("Cannot be deployed.");
      serves(version, 3);
    }
    personalize.updateCampaign(request -> request.campaignArn(campaign).minProvisionedTPS(9));
    advance("PT8M");
    serves(version, 9);
    String good = new Pipeline(simulator, personalize).version(solution);
    personalize.updateCampaign(request -> request.campaignArn(campaign).solutionVersionArn(good));
    advance("PT8M");
    serves(good, 9);
  }
}
