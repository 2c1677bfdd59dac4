package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/** What is taken out of a campaign's configuration goes back to AWS's default. */
class CampaignConfigurationTest {
  private static final CampaignConfig EVERYTHING =
      config(
          c ->
              c.itemExplorationConfig(
                      Map.of("explorationWeight", "0.9", "explorationItemAgeCutOff", "5"))
                  .enableMetadataWithRecommendations(true)
                  .syncWithLatestSolutionVersion(true)
                  .rankingInfluenceWithStrings(Map.of("POPULARITY", 0.5, "FRESHNESS", 0.2)));

  private static CampaignConfig config(Consumer<CampaignConfig.Builder> settings) {
    CampaignConfig.Builder builder = CampaignConfig.builder();
    settings.accept(builder);
    return builder.build();
  }

  private static CampaignConfig reset(CampaignConfig wanted) {
    return CampaignConfiguration.resetting(wanted, EVERYTHING, true);
  }

  @Test
  void aConfigurationThatIsRemovedIsSentAsAwssDefaults() {
    assertThat(reset(config(c -> {})))
        .isEqualTo(
            config(
                c ->
                    c.itemExplorationConfig(
                            Map.of("explorationWeight", "0.3", "explorationItemAgeCutOff", "30"))
                        .enableMetadataWithRecommendations(false)
                        .syncWithLatestSolutionVersion(false)
                        .rankingInfluenceWithStrings(Map.of("POPULARITY", 0.0, "FRESHNESS", 0.0))));
  }

  @Test
  void whatTheManifestKeepsIsSentAsItIs() {
    CampaignConfig wanted =
        config(
            c ->
                c.itemExplorationConfig(Map.of("explorationWeight", "0.9"))
                    .enableMetadataWithRecommendations(true)
                    .rankingInfluenceWithStrings(Map.of("POPULARITY", 0.5)));

    assertThat(reset(wanted))
        .isEqualTo(
            config(
                c ->
                    c.itemExplorationConfig(
                            Map.of("explorationWeight", "0.9", "explorationItemAgeCutOff", "30"))
                        .enableMetadataWithRecommendations(true)
                        .syncWithLatestSolutionVersion(false)
                        .rankingInfluenceWithStrings(Map.of("POPULARITY", 0.5, "FRESHNESS", 0.0))));
  }

  @Test
  void nothingIsSentThatHasItsDefaultAlready() {
    CampaignConfig defaults =
        config(
            c ->
                c.itemExplorationConfig(Map.of("explorationWeight", "0.3"))
                    .enableMetadataWithRecommendations(false));

    assertThat(CampaignConfiguration.resetting(config(c -> {}), defaults, true))
        .isEqualTo(config(c -> {}));
  }

  @Test
  void whatHasNoKnownDefaultStays() {
    CampaignConfig serving =
        config(
            c ->
                c.itemExplorationConfig(Map.of("somethingNew", "7"))
                    .enableMetadataWithRecommendations(true));

    assertThat(CampaignConfiguration.resetting(config(c -> {}), serving, false)).isEqualTo(serving);
  }
}
