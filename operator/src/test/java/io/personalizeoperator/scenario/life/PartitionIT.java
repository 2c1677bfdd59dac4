package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In China and GovCloud ARNs are in another partition, those of recipes too. */
@ExtendWith(Stages.class)
class PartitionIT {
  private static final String RECIPE = "aws-user-personalization-v2";

  @ParameterizedTest
  @CsvSource({
    "cn-north-1, aws-cn, " + RECIPE,
    "cn-north-1, aws-cn, arn:aws-cn:personalize:::recipe/" + RECIPE,
    "us-gov-west-1, aws-us-gov, " + RECIPE
  })
  void everyKindIsReadyThere(String region, String partition, String recipe, Stage stage) {
    stage.startOperator("--region=" + region);
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION.manifest().replace(RECIPE, "\"" + recipe + "\""));
    List<Sample> served = List.of(Sample.CAMPAIGN, Sample.FILTER);
    stage.cluster().applyAll(served);

    stage.cluster().awaitReady(List.of(Sample.SOLUTION, Sample.CAMPAIGN, Sample.FILTER));
    for (Sample sample : List.of(Sample.values())) {
      assertThat(stage.cluster().awaitReady(sample).lifecycle().arn())
          .startsWith("arn:" + partition + ":personalize:" + region + ":");
    }
  }
}
