package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.testing.AnsweringClient;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.personalize.model.Campaign;
import software.amazon.awssdk.services.personalize.model.CampaignConfig;
import software.amazon.awssdk.services.personalize.model.CampaignUpdateSummary;
import software.amazon.awssdk.services.personalize.model.DescribeCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DescribeCampaignResponse;

/** AWS may leave out every member of latestCampaignUpdate (DescribeCampaign). */
class OmittedMembersTest {
  private static final Instant SENT = Instant.parse("2026-11-26T22:30:00Z");
  private static final Instant ENDED = Instant.parse("2026-11-26T22:38:00Z");

  /** Answers with one campaign. */
  private static final class Answering extends AnsweringClient {
    private final Campaign campaign;

    Answering(Campaign campaign) {
      this.campaign = campaign;
    }

    @Override
    public DescribeCampaignResponse describeCampaign(DescribeCampaignRequest request) {
      return DescribeCampaignResponse.builder().campaign(campaign).build();
    }
  }

  static Stream<Arguments> members() {
    return CampaignUpdateSummary.builder().sdkFields().stream()
        .flatMap(
            member ->
                Stream.of("CREATE IN_PROGRESS", "CREATE FAILED", "ACTIVE")
                    .map(status -> Arguments.of(member.memberName(), status, member)));
  }

  @ParameterizedTest(name = "{1} without {0}")
  @MethodSource("members")
  void anUpdateIsReadCountedAndReportedWithoutIt(String name, String status, SdkField<?> member) {
    CampaignUpdateSummary.Builder update =
        CampaignUpdateSummary.builder()
            .solutionVersionArn(SimulatedCampaign.version("v1"))
            .minProvisionedTPS(200)
            .campaignConfig(CampaignConfig.builder().build())
            .status(status)
            .failureReason("An internal error.")
            .creationDateTime(SENT)
            .lastUpdatedDateTime(ENDED);
    member.set(update, null);

    CampaignDetails details = details(update.build());

    LatestUpdate read = Objects.requireNonNull(details.update());
    assertThat(read.status()).isEqualTo(name.equals("status") ? "ACTIVE" : status);
    assertThat(read.created()).isEqualTo(name.equals("creationDateTime") ? ENDED : SENT);
    assertThat(read.lastUpdated()).isEqualTo(ENDED);
    UpdateHistory history = UpdateHistory.after(null, Optional.of(details));
    assertThat(history.failures()).isEqualTo(read.hasFailed() ? 1 : 0);
    boolean isTimed = read.status().equals("ACTIVE") && !name.equals("creationDateTime");
    assertThat(history.durations().lastUpdates().contains(Duration.ofMinutes(8)))
        .isEqualTo(isTimed);
    assertThat(
            FailedChanges.after(null, Optional.of(details))
                .byPart()
                .containsKey(CampaignPart.MinProvisionedTPS))
        .isEqualTo(read.hasFailed() && !name.equals("minProvisionedTPS"));
  }

  private static CampaignDetails details(CampaignUpdateSummary update) {
    Campaign campaign =
        Campaign.builder()
            .campaignArn(SimulatedCampaign.ARN)
            .status("ACTIVE")
            .solutionVersionArn(SimulatedCampaign.version("v1"))
            .minProvisionedTPS(2)
            .creationDateTime(SENT.minus(Duration.ofDays(1)))
            .lastUpdatedDateTime(ENDED)
            .latestCampaignUpdate(update)
            .build();
    return Objects.requireNonNull(
        new CampaignCalls()
            .describe(new Answering(campaign), Observation.arn("campaign/movies"))
            .details());
  }
}
