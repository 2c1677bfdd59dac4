package io.personalizeoperator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  private static final String VERSION =
      "arn:aws-cn:personalize:cn-north-1:123456789012:solution/movies/0a1b2c3d";

  @Test
  void anArnIsTakenApartAndPutTogether() {
    Arn arn = Arn.parse(VERSION);

    assertThat(arn)
        .isEqualTo(new Arn("aws-cn", "cn-north-1", "123456789012", "solution/movies/0a1b2c3d"));
    assertThat(arn).hasToString(VERSION);
  }

  @Test
  void aRecipeHasNeitherRegionNorAccount() {
    Arn recipe = Arn.parse("arn:aws:personalize:::recipe/aws-similar-items");

    assertThat(recipe).isEqualTo(new Arn("aws", "", "", "recipe/aws-similar-items"));
    assertThat(recipe).hasToString("arn:aws:personalize:::recipe/aws-similar-items");
  }

  @Test
  void aResourceKeepsItsColons() {
    assertThat(Arn.resourceOf("arn:aws:personalize:r:1:filter/a:b")).isEqualTo("filter/a:b");
  }

  @Test
  void theIdIsTheLastPart() {
    assertThat(Arn.idOf(VERSION)).isEqualTo("0a1b2c3d");
    assertThat(Arn.resourceOf(VERSION)).isEqualTo("solution/movies/0a1b2c3d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "movies", "arn:aws:personalize", "urn:aws:personalize:r:1:filter/a"})
  void whatIsNoArnIsNamed(String text) {
    assertThatThrownBy(() -> Arn.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not an ARN: " + text);
  }
}
