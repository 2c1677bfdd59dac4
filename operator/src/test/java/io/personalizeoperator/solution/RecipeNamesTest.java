package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a recipe that AWS does not have. */
class RecipeNamesTest {
  @ParameterizedTest
  @CsvSource({
    "aws-user-personalisation, aws-user-personalization",
    "aws-user-personalisation-v2, aws-user-personalization-v2",
    "aws-user-personalization-v3, aws-user-personalization-v2",
    "aws-simms, aws-sims",
    "aws-hrnn-cold-start, aws-hrnn-coldstart"
  })
  void theKnownNameThatIsSpelledMostLikeItIsSuggested(String wrong, String right) {
    assertThat(RecipeNames.similarTo("recipe/" + wrong)).contains(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recipe/aws-magic",
        "recipe/aws-vod-top-picks",
        "recipe/",
        "arn:aws:personalize:eu-west-1:123456789012:dataset-group/aws-sims"
      })
  void whatIsLikeNoneGetsNoSuggestion(String name) {
    assertThat(RecipeNames.similarTo(name)).isEmpty();
  }

  @Test
  void aRecipeThatIsKnownButMissingInTheRegionIsNotSuggestedForItself() {
    assertThat(RecipeNames.similarTo("recipe/aws-sims")).isEmpty();
  }

  @Test
  void theManifestNamesRecipesByNameAndByArn() {
    Solution solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: movies}
            spec:
              datasetGroupRef: {name: movies}
              recipe: aws-sims
              config:
                autoMLConfig: {recipeList: ["arn:aws:personalize:::recipe/aws-hrnn"]}
            """);
    assertThat(RecipeNames.of(solution.getSpec()))
        .containsExactly("recipe/aws-sims", "recipe/aws-hrnn");
  }
}
