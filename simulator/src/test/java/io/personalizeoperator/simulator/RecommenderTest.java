package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.ResourceInUseException;

class RecommenderTest extends SimulatorTest {
  private Pipeline pipeline;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
  }

  private void inUse(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ResourceInUseException.class);
  }

  private void invalid(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void recommendersStopAndStart() {
    String group =
        personalize
            .createDatasetGroup(request -> request.name("tv").domain("VIDEO_ON_DEMAND"))
            .datasetGroupArn();
    advance("PT1M");
    String schema =
        personalize
            .createSchema(
                request ->
                    request.name("tv").schema(Pipeline.INTERACTIONS).domain("VIDEO_ON_DEMAND"))
            .schemaArn();
    pipeline.importJob(
        "tv", pipeline.dataset(group, "Interactions", schema), "s3://bucket/data.csv");
    invalid(() -> recommender(group, "aws-ecomm-recommended-for-you"));
    invalid(() -> recommender(group, "aws-user-personalization"));
    String arn = recommender(group, "aws-vod-top-picks");
    inUse(() -> personalize.stopRecommender(request -> request.recommenderArn(arn)));
    advance("PT30M");
    inUse(() -> personalize.startRecommender(request -> request.recommenderArn(arn)));
    personalize.stopRecommender(request -> request.recommenderArn(arn));
    assertThat(recommenderStatus(arn)).isEqualTo("STOP PENDING");
    advance("PT5M");
    assertThat(recommenderStatus(arn)).isEqualTo("INACTIVE");
    personalize.startRecommender(request -> request.recommenderArn(arn));
    advance("PT1M");
    assertThat(recommenderStatus(arn)).isEqualTo("START IN_PROGRESS");
    advance("PT9M");
    assertThat(recommenderStatus(arn)).isEqualTo("ACTIVE");
  }

  private String recommender(String group, String recipe) {
    return personalize
        .createRecommender(
            request ->
                request
                    .name("r")
                    .datasetGroupArn(group)
                    .recipeArn("arn:aws:personalize:::recipe/" + recipe))
        .recommenderArn();
  }

  private String recommenderStatus(String arn) {
    return personalize
        .describeRecommender(request -> request.recommenderArn(arn))
        .recommender()
        .status();
  }
}
