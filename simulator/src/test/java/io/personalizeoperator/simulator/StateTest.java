package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.Tag;

class StateTest extends SimulatorTest {
  @TempDir Path directory;

  @Override
  SimulatorOptions options() {
    return super.options().withState(directory.resolve("state"));
  }

  private void restart() throws IOException {
    stop();
    start();
  }

  @Test
  void whatWasThereIsThereAfterARestart() throws Exception {
    Pipeline pipeline = new Pipeline(simulator, personalize);
    String version =
        pipeline.version(pipeline.solution(pipeline.groupWithData("movies"), "for-you"));
    String arn = pipeline.campaign("home", version);
    personalize.tagResource(
        request ->
            request.resourceArn(arn).tags(Tag.builder().tagKey("team").tagValue("a").build()));
    personalize.updateCampaign(request -> request.campaignArn(arn).minProvisionedTPS(7));
    Campaign before = personalize.describeCampaign(request -> request.campaignArn(arn)).campaign();
    String versionBefore =
        personalize
            .describeSolutionVersion(request -> request.solutionVersionArn(version))
            .toString();
    control("PUT", "clock", "{\"advance\":\"PT1S\"}");

    restart();
    assertThat(simulator.clock().instant()).isAfter(before.lastUpdatedDateTime());
    assertThat(personalize.describeCampaign(request -> request.campaignArn(arn)).campaign())
        .isEqualTo(before);
    assertThat(
            personalize
                .describeSolutionVersion(request -> request.solutionVersionArn(version))
                .toString())
        .isEqualTo(versionBefore);
    assertThat(personalize.listTagsForResource(request -> request.resourceArn(arn)).tags())
        .hasSize(1);
    advance("PT8M");
    assertThat(
            personalize
                .describeCampaign(request -> request.campaignArn(arn))
                .campaign()
                .minProvisionedTPS())
        .isEqualTo(7);
    personalize.createSolutionVersion(
        request -> request.solutionArn(before.solutionVersionArn().replaceAll("/[^/]*$", "")));
  }

  @Test
  void settingsAreKeptAndAResetIsToo() throws Exception {
    control("PUT", "quotas", "{\"datasetGroups\":1}");
    personalize.createDatasetGroup(request -> request.name("one"));
    restart();
    assertThatThrownBy(() -> personalize.createDatasetGroup(request -> request.name("two")))
        .hasMessageContaining("limit of 1");
    control("POST", "reset", "");
    restart();
    assertThat(groups()).isEmpty();
    personalize.createDatasetGroup(request -> request.name("one"));
    personalize.createDatasetGroup(request -> request.name("two"));
  }

  @Test
  void omissionsAreKeptAndTheirEndIsToo() throws Exception {
    control(
        "PUT",
        "omissions",
        "{\"operation\":\"ListDatasetGroups\",\"members\":[\"datasetGroups.name\"]}");
    personalize.createDatasetGroup(request -> request.name("one"));
    restart();
    assertThat(groups()).singleElement().satisfies(group -> assertThat(group.name()).isNull());
    control("DELETE", "omissions", "");
    restart();
    assertThat(groups())
        .singleElement()
        .satisfies(group -> assertThat(group.name()).isEqualTo("one"));
  }

  @Test
  void whatIsGoneStaysGone() throws Exception {
    control("PUT", "durations", "{\"datasetGroup\":\"PT0S\",\"delete\":\"PT0S\"}");
    String arn = personalize.createDatasetGroup(request -> request.name("one")).datasetGroupArn();
    personalize.deleteDatasetGroup(request -> request.datasetGroupArn(arn));
    restart();
    assertThat(groups()).isEmpty();
  }

  @Test
  void aLastLineThatWasNotFinishedIsForgottenAndADamagedFileIsNot() throws Exception {
    personalize.createDatasetGroup(request -> request.name("one"));
    stop();
    Path file = directory.resolve("state");
    Files.writeString(file, "{\"account\":\"1234567", StandardOpenOption.APPEND);
    start();
    assertThat(groups()).hasSize(1);
    stop();
    Files.writeString(file, "{\"account\":\"1234567\n{}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(this::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state file");
    Files.delete(file);
    start();
  }

  @Test
  void regionsAreWorldsOfTheirOwn() throws Exception {
    try (var other = client(Region.US_EAST_1, RetryMode.STANDARD)) {
      other.createDatasetGroup(request -> request.name("movies"));
      assertThat(groups()).isEmpty();
      personalize.createDatasetGroup(request -> request.name("movies"));
    }
    restart();
    try (var other = client(Region.US_EAST_1, RetryMode.STANDARD)) {
      assertThat(
              other.listDatasetGroups(request -> {}).datasetGroups().getFirst().datasetGroupArn())
          .isEqualTo("arn:aws:personalize:us-east-1:123456789012:dataset-group/movies");
    }
  }
}
