package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;
import software.amazon.awssdk.services.personalize.model.Tag;

class ConsistencyTest extends SimulatorTest {
  @Test
  void listAndDescribeShowACreationOnlyAfterTheLag() throws Exception {
    control("PUT", "consistency", "{\"lag\":\"PT3S\"}");
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    advance("PT2.999S");
    assertThat(groups()).isEmpty();
    assertThatThrownBy(
            () -> personalize.describeDatasetGroup(request -> request.datasetGroupArn(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> personalize.createDatasetGroup(request -> request.name("movies")))
        .isInstanceOf(ResourceAlreadyExistsException.class);
    advance("PT0.001S");
    assertThat(groups()).hasSize(1);
  }

  @Test
  void anUpdateIsSeenAfterTheLagAndWritersKnowItAtOnce() throws Exception {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    String version =
        pipeline.version(pipeline.solution(pipeline.groupWithData("movies"), "for-you"));
    String arn = pipeline.campaign("home", version);
    simulator.settings().lag(Duration.ofSeconds(3));
    personalize.updateCampaign(request -> request.campaignArn(arn).minProvisionedTPS(5));
    assertThat(
            personalize
                .describeCampaign(request -> request.campaignArn(arn))
                .campaign()
                .latestCampaignUpdate())
        .isNull();
    assertThatThrownBy(
            () ->
                personalize.updateCampaign(
                    request -> request.campaignArn(arn).minProvisionedTPS(6)))
        .hasMessageContaining("in progress");
    advance("PT3S");
    assertThat(
            personalize
                .describeCampaign(request -> request.campaignArn(arn))
                .campaign()
                .latestCampaignUpdate()
                .minProvisionedTPS())
        .isEqualTo(5);
    advance("PT7M57S");
    assertThat(
            personalize
                .describeCampaign(request -> request.campaignArn(arn))
                .campaign()
                .minProvisionedTPS())
        .as("a change of status by itself does not lag")
        .isEqualTo(5);
  }

  @Test
  void aDeletionIsSeenAfterTheLagEvenWhenTheResourceIsGone() throws Exception {
    control("PUT", "durations", "{\"datasetGroup\":\"PT0S\",\"delete\":\"PT0S\"}");
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    control("PUT", "consistency", "{\"lag\":\"PT3S\"}");
    personalize.deleteDatasetGroup(request -> request.datasetGroupArn(arn));
    assertThat(groups().getFirst().status()).isEqualTo("ACTIVE");
    assertThatThrownBy(
            () -> personalize.deleteDatasetGroup(request -> request.datasetGroupArn(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
    personalize.createDatasetGroup(request -> request.name("movies").domain("ECOMMERCE"));
    advance("PT3S");
    assertThat(groups())
        .singleElement()
        .satisfies(group -> assertThat(group.domainAsString()).isEqualTo("ECOMMERCE"));
  }

  @Test
  void tagsLagLikeEverythingThatIsListed() throws Exception {
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    control("PUT", "consistency", "{\"lag\":\"PT3S\"}");
    personalize.tagResource(
        request -> request.resourceArn(arn).tags(Tag.builder().tagKey("a").tagValue("b").build()));
    assertThat(personalize.listTagsForResource(request -> request.resourceArn(arn)).tags())
        .isEmpty();
    advance("PT3S");
    assertThat(personalize.listTagsForResource(request -> request.resourceArn(arn)).tags())
        .hasSize(1);
  }

  @Test
  void withoutALagEverythingIsSeenAtOnceAgain() throws Exception {
    control("PUT", "consistency", "{\"lag\":\"PT1H\"}");
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThat(groups()).isEmpty();
    control("PUT", "consistency", "{\"lag\":\"PT0S\"}");
    assertThat(groups()).hasSize(1);
  }
}
