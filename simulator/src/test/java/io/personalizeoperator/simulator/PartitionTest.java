package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Recipe;
import software.amazon.awssdk.services.personalize.model.RecipeSummary;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;

/**
 * What belongs to AWS itself is in the partition of the region (Service Authorization Reference,
 * "Resource types defined by Amazon Personalize": {@code
 * arn:${Partition}:personalize:::recipe/${ResourceId}}).
 */
class PartitionTest extends SimulatorTest {
  private static final Map<String, String> PARTITIONS =
      Map.of("cn-north-1", "aws-cn", "us-gov-west-1", "aws-us-gov", "eu-west-1", "aws");

  private static String recipe(String partition, String name) {
    return "arn:" + partition + ":personalize:::recipe/" + name;
  }

  @ParameterizedTest
  @CsvSource({"cn-north-1", "us-gov-west-1", "eu-west-1"})
  void recipesAlgorithmsAndFeatureTransformationsAreInThePartitionOfTheRegion(String region) {
    try (PersonalizeClient client = client(Region.of(region), RetryMode.LEGACY)) {
      String prefix = "arn:" + PARTITIONS.get(region) + ":personalize:::";

      assertThat(client.listRecipesPaginator(r -> {}).recipes())
          .extracting(RecipeSummary::recipeArn)
          .contains(prefix + "recipe/aws-sims")
          .allMatch(arn -> arn.startsWith(prefix + "recipe/"));
      Recipe sims = client.describeRecipe(r -> r.recipeArn(prefix + "recipe/aws-sims")).recipe();
      assertThat(sims.recipeArn()).isEqualTo(prefix + "recipe/aws-sims");
      assertThat(sims.algorithmArn()).isEqualTo(prefix + "algorithm/aws-sims");
      assertThat(sims.featureTransformationArn())
          .isEqualTo(prefix + "feature-transformation/aws-sims");
      assertThat(
              client.describeAlgorithm(r -> r.algorithmArn(sims.algorithmArn())).algorithm().name())
          .isEqualTo("aws-sims");
      assertThat(
              client
                  .describeFeatureTransformation(
                      r -> r.featureTransformationArn(sims.featureTransformationArn()))
                  .featureTransformation()
                  .name())
          .isEqualTo("aws-sims");
    }
  }

  @ParameterizedTest
  @CsvSource({"cn-north-1", "us-gov-west-1", "eu-west-1"})
  void aSolutionTakesTheRecipeOfItsPartitionOnly(String region) {
    try (PersonalizeClient client = client(Region.of(region), RetryMode.LEGACY)) {
      String partition = PARTITIONS.get(region);
      String group = new Pipeline(simulator, client).datasetGroup("movies");
      assertThat(group).startsWith("arn:" + partition + ":personalize:" + region + ":");

      for (String other : Set.copyOf(PARTITIONS.values())) {
        if (!other.equals(partition)) {
          assertThatThrownBy(
                  () ->
                      client.createSolution(
                          r ->
                              r.name("movies")
                                  .datasetGroupArn(group)
                                  .recipeArn(recipe(other, "aws-sims"))))
              .isInstanceOf(ResourceNotFoundException.class);
        }
      }
      String solution =
          client
              .createSolution(
                  r ->
                      r.name("movies")
                          .datasetGroupArn(group)
                          .recipeArn(recipe(partition, "aws-sims")))
              .solutionArn();
      assertThat(client.describeSolution(r -> r.solutionArn(solution)).solution().recipeArn())
          .isEqualTo(recipe(partition, "aws-sims"));
    }
  }

  @Test
  void automatedMachineLearningPicksARecipeOfThePartition() {
    try (PersonalizeClient client = client(Region.CN_NORTH_1, RetryMode.LEGACY)) {
      Pipeline pipeline = new Pipeline(simulator, client);
      String group = pipeline.groupWithData("movies");
      String solution =
          client
              .createSolution(
                  r ->
                      r.name("movies")
                          .datasetGroupArn(group)
                          .performAutoML(true)
                          .performAutoTraining(false))
              .solutionArn();
      advance("PT1M");
      String version = pipeline.version(solution);

      assertThat(
              client
                  .describeSolutionVersion(r -> r.solutionVersionArn(version))
                  .solutionVersion()
                  .recipeArn())
          .isEqualTo(recipe("aws-cn", "aws-user-personalization"));
    }
  }

  @Test
  void aRecommenderTakesTheRecipeOfItsPartitionOnly() {
    try (PersonalizeClient client = client(Region.CN_NORTH_1, RetryMode.LEGACY)) {
      String group =
          client
              .createDatasetGroup(r -> r.name("videos").domain("VIDEO_ON_DEMAND"))
              .datasetGroupArn();
      advance("PT1M");

      assertThatThrownBy(
              () ->
                  client.createRecommender(
                      r ->
                          r.name("top")
                              .datasetGroupArn(group)
                              .recipeArn(recipe("aws", "aws-vod-top-picks"))))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThat(
              client
                  .createRecommender(
                      r ->
                          r.name("top")
                              .datasetGroupArn(group)
                              .recipeArn(recipe("aws-cn", "aws-vod-top-picks")))
                  .recommenderArn())
          .startsWith("arn:aws-cn:personalize:cn-north-1:");
    }
  }
}
