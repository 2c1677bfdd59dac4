package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many resources behind one quota of AWS. */
@ExtendWith(Stages.class)
class QuotaIT {
  private static final int MANY = 55;

  /** 32 calls, which may be under way when AWS first refuses, and a few probes. */
  private static final int MOST_REFUSED = 40;

  @Test
  void manyImportsBehindAQuotaOfFiveCostFewRefusedCalls(Stage stage) {
    stage.cloud().allows(Quota.IMPORT_JOBS, 5);
    stage.startOperator();
    stage.cluster().applyAll(Sample.DATASET_IMPORT.before());
    stage.cluster().awaitReady(Sample.DATASET_IMPORT.before());
    stage.cloud().takes(Durations.IMPORT, Duration.ofMinutes(1));
    stage.cloud().speed(60);

    for (int i = 0; i < MANY; i++) {
      String name = "name: movies-" + i;
      stage.cluster().apply(Sample.DATASET_IMPORT.manifest().replaceFirst("name: movies", name));
    }
    stage.cluster().apply(Sample.DATASET_IMPORT);
    assertThat(
            stage.cluster().awaitReconciling(Sample.DATASET_IMPORT, Reason.QuotaExceeded).message())
        .contains("PENDING or IN_PROGRESS", "when another one ends");

    stage.cluster().awaitAllReady();
    assertThat(stage.cloud().effects("CreateDatasetImportJob")).hasSize(MANY + 1);
    assertThat(stage.cloud().calls("CreateDatasetImportJob"))
        .hasSizeLessThanOrEqualTo(MANY + 1 + MOST_REFUSED);
  }
}
