package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.CampaignConfig;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.RankingInfluence;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

class CampaignSettingsTest {
  private static final String SOLUTION =
      "arn:aws:personalize:eu-west-1:123456789012:solution/movies/";
  private static final String V1 = SOLUTION + "11111111";
  private static final String V2 = SOLUTION + "22222222";

  private static CampaignSettings wanted(String version, int tps, CampaignConfig config) {
    return CampaignSettings.of(version, tps, config);
  }

  private static CampaignSettings live(
      String version,
      int tps,
      Consumer<software.amazon.awssdk.services.personalize.model.CampaignConfig.Builder> config) {
    var builder = software.amazon.awssdk.services.personalize.model.CampaignConfig.builder();
    config.accept(builder);
    return new CampaignSettings(version, tps, builder.build());
  }

  private static CampaignConfig exploration(Map<String, String> parameters) {
    return new CampaignConfig(parameters, null, null, null);
  }

  @Test
  void whatIsAsWantedDoesNotDiffer() {
    assertThat(wanted(V1, 2, null).differencesTo(new CampaignSettings(V1, 2, null))).isEmpty();
  }

  @Test
  void everyDifferenceIsToldInWords() {
    assertThat(
            wanted(V2, 2, exploration(Map.of("explorationWeight", "0.5")))
                .differencesTo(new CampaignSettings(V1, 5, null)))
        .containsExactly(
            "version movies/11111111 -> movies/22222222", "minProvisionedTPS 5 -> 2", "config");
  }

  @Test
  void whatTheManifestLeavesOutDiffersFromAllButAwssDefault() {
    CampaignSettings defaults =
        live(
            V1,
            2,
            c ->
                c.itemExplorationConfig(
                        Map.of("explorationWeight", "0.30", "explorationItemAgeCutOff", "30"))
                    .enableMetadataWithRecommendations(false)
                    .syncWithLatestSolutionVersion(false)
                    .rankingInfluenceWithStrings(Map.of("POPULARITY", 0.0)));

    assertThat(wanted(V1, 2, null).differencesTo(defaults)).isEmpty();
    assertThat(
            wanted(V1, 2, exploration(Map.of("explorationWeight", "0.3"))).differencesTo(defaults))
        .isEmpty();
    assertThat(
            wanted(V1, 2, exploration(Map.of("explorationWeight", "0.5"))).differencesTo(defaults))
        .containsExactly("config");
    assertThat(
            wanted(V1, 2, null)
                .differencesTo(live(V1, 2, c -> c.syncWithLatestSolutionVersion(true))))
        .containsExactly("config");
    assertThat(
            wanted(V1, 2, null)
                .differencesTo(
                    live(V1, 2, c -> c.itemExplorationConfig(Map.of("explorationWeight", "0.9")))))
        .containsExactly("config");
  }

  @Test
  void anAbsentSwitchInAwsIsOff() {
    CampaignConfig off = new CampaignConfig(null, false, null, null);
    CampaignConfig on = new CampaignConfig(null, true, null, null);

    assertThat(wanted(V1, 2, off).differencesTo(new CampaignSettings(V1, 2, null))).isEmpty();
    assertThat(wanted(V1, 2, on).differencesTo(new CampaignSettings(V1, 2, null)))
        .containsExactly("config");
    assertThat(
            wanted(V1, 2, off)
                .differencesTo(live(V1, 2, c -> c.enableMetadataWithRecommendations(true))))
        .containsExactly("config");
  }

  @Test
  void rankingInfluenceIsComparedByItsParts() {
    CampaignConfig popular = new CampaignConfig(null, null, null, new RankingInfluence(0.4, null));

    assertThat(wanted(V1, 2, popular).differencesTo(ranking(Map.of("POPULARITY", 0.4)))).isEmpty();
    assertThat(
            wanted(V1, 2, popular)
                .differencesTo(ranking(Map.of("POPULARITY", 0.4, "FRESHNESS", 0.0))))
        .isEmpty();
    assertThat(
            wanted(V1, 2, popular)
                .differencesTo(ranking(Map.of("POPULARITY", 0.4, "FRESHNESS", 0.1))))
        .containsExactly("config");
    assertThat(wanted(V1, 2, popular).differencesTo(ranking(Map.of("POPULARITY", 0.5))))
        .containsExactly("config");
  }

  private static CampaignSettings ranking(Map<String, Double> factors) {
    return live(V1, 2, c -> c.rankingInfluenceWithStrings(factors));
  }

  @Test
  void theLatestVersionIsAnyOfThatSolutionThatAwsKeepsInStep() {
    CampaignConfig sync = new CampaignConfig(null, null, true, null);
    CampaignSettings latest = wanted(SOLUTION + "$LATEST", 2, sync);

    assertThat(latest.differencesTo(live(V1, 2, c -> c.syncWithLatestSolutionVersion(true))))
        .isEmpty();
    assertThat(latest.differencesTo(live(V1, 2, c -> {})))
        .anyMatch(difference -> difference.startsWith("version "));
    String other = "arn:aws:personalize:eu-west-1:123456789012:solution/movies-new/1";
    assertThat(latest.differencesTo(live(other, 2, c -> c.syncWithLatestSolutionVersion(true))))
        .anyMatch(difference -> difference.startsWith("version "));
  }

  @Test
  void oneUpdateCarriesEverything() {
    UpdateCampaignRequest update =
        wanted(V2, 7, exploration(Map.of("explorationWeight", "0.3")))
            .update("arn", EnumSet.allOf(CampaignPart.class));

    assertThat(update.campaignArn()).isEqualTo("arn");
    assertThat(update.solutionVersionArn()).isEqualTo(V2);
    assertThat(update.minProvisionedTPS()).isEqualTo(7);
    assertThat(update.campaignConfig().itemExplorationConfig())
        .isEqualTo(Map.of("explorationWeight", "0.3"));
  }

  @Test
  void aCreationCarriesTheSameAndTheTags() {
    var create = wanted(V1, 3, null).create("home", List.of());

    assertThat(create.name()).isEqualTo("home");
    assertThat(create.solutionVersionArn()).isEqualTo(V1);
    assertThat(create.minProvisionedTPS()).isEqualTo(3);
    assertThat(create.campaignConfig()).isNull();
  }
}
