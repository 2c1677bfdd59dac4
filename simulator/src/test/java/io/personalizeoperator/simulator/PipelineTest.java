package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.ResourceInUseException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

class PipelineTest extends SimulatorTest {
  private Pipeline pipeline;

  @BeforeEach
  void prepare() {
    pipeline = new Pipeline(simulator, personalize);
  }

  private String campaignStatus(String arn) {
    return personalize.describeCampaign(request -> request.campaignArn(arn)).campaign().status();
  }

  @Test
  void aCampaignServesAfterTheWholePipeline() {
    String group = pipeline.groupWithData("movies");
    String version = pipeline.version(pipeline.solution(group, "for-you"));
    SolutionVersion trained =
        personalize
            .describeSolutionVersion(request -> request.solutionVersionArn(version))
            .solutionVersion();
    assertThat(trained.status()).isEqualTo("ACTIVE");
    assertThat(trained.trainingHours()).isEqualTo(1.0);
    assertThat(trained.trainingTypeAsString()).isEqualTo("MANUAL");

    String campaign =
        personalize
            .createCampaign(request -> request.name("home").solutionVersionArn(version))
            .campaignArn();
    assertThat(campaign).isEqualTo("arn:aws:personalize:eu-west-1:123456789012:campaign/home");
    assertThat(campaignStatus(campaign)).isEqualTo("CREATE PENDING");
    advance("PT1M12S");
    assertThat(campaignStatus(campaign)).isEqualTo("CREATE IN_PROGRESS");
    advance("PT10M47S");
    assertThat(campaignStatus(campaign)).isEqualTo("CREATE IN_PROGRESS");
    advance("PT1S");
    Campaign active =
        personalize.describeCampaign(request -> request.campaignArn(campaign)).campaign();
    assertThat(active.status()).isEqualTo("ACTIVE");
    assertThat(active.minProvisionedTPS()).isEqualTo(1);
    assertThat(active.latestCampaignUpdate()).isNull();
    assertThat(Duration.between(active.creationDateTime(), active.lastUpdatedDateTime()))
        .isEqualTo(Duration.ofMinutes(12));
  }

  @Test
  void theOldConfigurationOfACampaignServesUntilItsUpdateIsActive() {
    String version =
        pipeline.version(pipeline.solution(pipeline.groupWithData("movies"), "for-you"));
    String arn = pipeline.campaign("home", version);
    personalize.updateCampaign(request -> request.campaignArn(arn).minProvisionedTPS(5));
    Campaign updating =
        personalize.describeCampaign(request -> request.campaignArn(arn)).campaign();
    assertThat(updating.minProvisionedTPS()).isEqualTo(1);
    assertThat(updating.status()).isEqualTo("ACTIVE");
    assertThat(updating.latestCampaignUpdate().status()).isEqualTo("CREATE PENDING");
    assertThat(updating.latestCampaignUpdate().minProvisionedTPS()).isEqualTo(5);
    assertThatThrownBy(
            () ->
                personalize.updateCampaign(
                    request -> request.campaignArn(arn).minProvisionedTPS(6)))
        .isInstanceOf(ResourceInUseException.class);
    advance("PT8M");
    Campaign updated = personalize.describeCampaign(request -> request.campaignArn(arn)).campaign();
    assertThat(updated.minProvisionedTPS()).isEqualTo(5);
    assertThat(updated.latestCampaignUpdate().status()).isEqualTo("ACTIVE");
    assertThat(updated.lastUpdatedDateTime()).isEqualTo(simulator.clock().instant());
  }

  @Test
  void aDeletedResourceIsSeenOnItsWayOutAndThenGone() {
    String version =
        pipeline.version(pipeline.solution(pipeline.groupWithData("movies"), "for-you"));
    String arn = pipeline.campaign("home", version);
    personalize.deleteCampaign(request -> request.campaignArn(arn));
    assertThat(campaignStatus(arn)).isEqualTo("DELETE PENDING");
    advance("PT6S");
    assertThat(campaignStatus(arn)).isEqualTo("DELETE IN_PROGRESS");
    assertThatThrownBy(() -> personalize.deleteCampaign(request -> request.campaignArn(arn)))
        .isInstanceOf(ResourceInUseException.class);
    advance("PT54S");
    assertThatThrownBy(() -> campaignStatus(arn))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Resource Arn " + arn + " does not exist.");
  }

  @Test
  void aVersionNeedsDataToTrainOn() {
    String solution = pipeline.solution(pipeline.datasetGroup("empty"), "for-you");
    String version = pipeline.version(solution);
    SolutionVersion failed =
        personalize
            .describeSolutionVersion(request -> request.solutionVersionArn(version))
            .solutionVersion();
    assertThat(failed.status()).isEqualTo("CREATE FAILED");
    assertThat(failed.failureReason()).contains("no INTERACTIONS dataset");
  }
}
