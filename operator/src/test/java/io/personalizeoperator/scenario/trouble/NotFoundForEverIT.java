package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Manifests that name what AWS does not have: nobody but their author can help. */
@ExtendWith(Stages.class)
class NotFoundForEverIT {
  private static final List<Sample> WRONG =
      List.of(Sample.SOLUTION, Sample.CAMPAIGN, Sample.FILTER);

  /** After 10, 20, 40, 80, 160 and 320 minutes, then every 6 hours. */
  private static final int CALLS_IN_SIX_DAYS = 29;

  @Test
  void itIsStalledAtOnceWithAnEventAndSeldomTriedInSixDays(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    stage.cloud().speed(60);
    Instant applied = stage.cloud().now();

    stage
        .cluster()
        .apply(
            Sample.SOLUTION
                .manifest()
                .replace(
                    "aws-user-personalization-v2",
                    "arn:aws:personalize:::recipe/aws-user-personalisation-v2"));
    stage
        .cluster()
        .apply(
            Sample.CAMPAIGN
                .manifest()
                .replace(
                    "solutionRef: {name: movies}",
                    "solutionVersionArn: " + Sample.SOLUTION.arn() + "/01234567"));
    stage
        .cluster()
        .apply(
            Sample.FILTER
                .manifest()
                .replace(
                    "datasetGroupRef: {name: movies}",
                    "datasetGroupArn: " + Sample.DATASET_GROUP.arn().replace("movies", "movie")));

    assertThat(message(Sample.SOLUTION, stage))
        .contains("aws-user-personalisation-v2")
        .contains("Did you mean aws-user-personalization-v2?");
    assertThat(message(Sample.CAMPAIGN, stage)).contains(Sample.SOLUTION.arn() + "/01234567");
    assertThat(message(Sample.FILTER, stage)).contains("dataset-group/movie");
    for (Sample sample : WRONG) {
      assertThat(stage.cluster().awaitEvent(sample, "NotFoundInAws"))
          .contains("Fix the manifest, or create what it names.");
    }

    stage.cloud().speed(20_000);
    stage.cloud().awaitTime(applied.plus(Duration.ofDays(6)));
    for (Sample sample : WRONG) {
      assertThat(stage.cloud().calls(sample.create()))
          .as(sample.create())
          .hasSizeBetween(2, CALLS_IN_SIX_DAYS);
    }
  }

  private static String message(Sample sample, Stage stage) {
    return stage.cluster().awaitStalled(sample, Reason.NotFoundInAws).message();
  }
}
