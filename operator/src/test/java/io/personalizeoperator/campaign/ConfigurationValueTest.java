package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.CampaignPart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/** What tells one configuration from another. */
class ConfigurationValueTest {

  @Test
  void equalConfigurationsHaveTheSameValueInWhateverOrderAwsGivesTheirKeys() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("explorationWeight", "0.3");
    one.put("explorationItemAgeCutOff", "30");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("explorationItemAgeCutOff", "30");
    other.put("explorationWeight", "0.3");

    assertThat(valueOf(CampaignConfig.builder().itemExplorationConfig(one).build()))
        .isEqualTo(valueOf(CampaignConfig.builder().itemExplorationConfig(other).build()));
  }

  private static String valueOf(CampaignConfig config) {
    return new CampaignSettings(null, null, config).valueOf(CampaignPart.Config);
  }
}
