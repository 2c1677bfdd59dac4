package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;

/** Whether item metadata is on without being asked for depends on the recipe. */
class ItemMetadataTest {
  private static final CampaignSettings ON =
      new CampaignSettings(
          "v", 1, CampaignConfig.builder().enableMetadataWithRecommendations(true).build());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-user-personalization-v2",
        "aws-personalized-ranking-v2",
        "aws-semantic-similarity"
      })
  void awsEnablesItByItselfForSomeRecipesAndThatIsReported(String recipe) {
    ItemMetadata metadata = new ItemMetadata(true, Optional.of(recipe));

    assertThat(metadata.isOffByDefault()).isFalse();
    assertThat(metadata.kept(ON))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict.reason()).isEqualTo(Reason.SettingKept);
              assertThat(verdict.serving()).isTrue();
              assertThat(verdict.message())
                  .contains(recipe, "set config.enableMetadataWithRecommendations: false");
            });
  }

  @Test
  void itIsOffForAllOthers() {
    ItemMetadata metadata = new ItemMetadata(true, Optional.of("aws-user-personalization"));

    assertThat(metadata.isOffByDefault()).isTrue();
    assertThat(metadata.kept(ON)).isEmpty();
  }

  @Test
  void itStaysAsItIsWhereTheRecipeIsNotKnownAndThatIsReported() {
    ItemMetadata metadata = new ItemMetadata(true, Optional.empty());

    assertThat(metadata.isOffByDefault()).isFalse();
    assertThat(metadata.kept(ON).map(Verdict::message).orElseThrow())
        .contains("the manifest does not say");
  }

  @Test
  void nothingIsReportedWhereTheManifestSaysItOrAwsHasItOff() {
    assertThat(new ItemMetadata(false, Optional.empty()).kept(ON)).isEmpty();
    assertThat(new ItemMetadata(true, Optional.empty()).kept(new CampaignSettings("v", 1, null)))
        .isEmpty();
  }
}
