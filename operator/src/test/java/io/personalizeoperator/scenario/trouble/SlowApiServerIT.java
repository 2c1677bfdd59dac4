package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An API server that takes no status holds up no call to AWS, and hears of all of them later. */
@ExtendWith(Stages.class)
class SlowApiServerIT {
  private static final int MANY = 90;

  @Test
  void callsToAwsGoOnAndAreReportedOnceTheApiServerIsBack(Stage stage) {
    stage.cloud().allows(Quota.FILTERS, 1_000);
    stage.startOperator();
    stage.cluster().applyAll(Sample.FILTER.before());
    stage.cluster().awaitReady(Sample.FILTER.before());

    stage.apiServerIsSlow(true);
    for (int i = 0; i < MANY; i++) {
      stage
          .cluster()
          .apply(Sample.FILTER.manifest().replaceFirst("name: movies", "name: other-" + i));
    }
    stage
        .cloud()
        .awaitCalls(
            "all filters created",
            0,
            calls ->
                calls.stream().filter(call -> call.operation().equals("CreateFilter")).count()
                    >= MANY);

    stage.apiServerIsSlow(false);
    stage.cluster().awaitAllReady();
    assertThat(stage.cloud().calls("CreateFilter")).hasSize(MANY);
  }
}
