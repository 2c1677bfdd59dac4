package io.personalizeoperator.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.testing.AnsweringClient;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DatasetUpdateSummary;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DescribeDatasetResponse;

class DatasetCallsTest {
  private static final String ARN = Observation.arn("dataset/movies/INTERACTIONS");
  private static final Instant CHANGED = Instant.parse("2026-11-24T12:00:00Z");

  private static final PersonalizeClient CLIENT =
      new AnsweringClient() {
        @Override
        public DescribeDatasetResponse describeDataset(DescribeDatasetRequest request) {
          return DescribeDatasetResponse.builder()
              .dataset(
                  Dataset.builder()
                      .datasetArn(ARN)
                      .status("ACTIVE")
                      .creationDateTime(Instant.EPOCH)
                      .lastUpdatedDateTime(CHANGED)
                      .latestDatasetUpdate(DatasetUpdateSummary.builder().build())
                      .build())
              .build();
        }
      };

  @Test
  void anUpdateOfWhichAwsSaysNothingIsActiveSinceTheLastChange() {
    assertThat(new DatasetCalls().describe(CLIENT, ARN).details().update())
        .isEqualTo(new LatestUpdate("ACTIVE", null, CHANGED, CHANGED));
  }
}
