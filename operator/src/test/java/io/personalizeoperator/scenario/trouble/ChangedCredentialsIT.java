package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Safety rule 3 while the process runs: its credentials become those of another account. */
@ExtendWith(Stages.class)
@Isolated("system properties hold the credentials")
class ChangedCredentialsIT {
  private static final String KEY = "aws.accessKeyId";
  private static final String TOKEN = "aws.sessionToken";
  private static final List<Sample> ALL = List.of(Sample.values());
  private static final List<Sample> OLD =
      ALL.stream().filter(s -> s != Sample.FILTER && s != Sample.CAMPAIGN).toList();

  @Test
  void nothingIsTouchedUntilTheyAreRightAgain(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(OLD);
    stage.cluster().apply(Sample.CAMPAIGN, "deletionPolicy: Delete");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    long mark = stage.cloud().mark();

    String key = System.getProperty(KEY);
    Credentials theirs = stage.cloud().credentialsOf("999999999999");
    System.setProperty(TOKEN, theirs.sessionToken());
    System.setProperty(KEY, theirs.accessKeyId());
    try {
      assertThat(stage.cluster().awaitStalled(Sample.SOLUTION, Reason.WrongAccount).message())
          .contains("account 999999999999", "account 123456789012");
      OLD.stream()
          .filter(sample -> sample != Sample.DATASET_IMPORT)
          .forEach(sample -> stage.cluster().awaitStalled(sample, Reason.WrongAccount));
      stage.cluster().delete(Sample.CAMPAIGN);
      stage
          .cluster()
          .apply(Sample.SCHEMA.manifest().replaceFirst("name: movies", "name: newcomer"));
      stage.cloud().awaitSweeps(2, "ListCampaigns", "ListSchemas");
      assertThat(stage.cluster().get(Sample.CAMPAIGN)).isNotNull();
      assertThat(operations(stage.cloud().mutationsAfter(mark))).isEmpty();
    } finally {
      System.setProperty(KEY, key);
      System.clearProperty(TOKEN);
    }

    stage.cluster().awaitGone(Sample.CAMPAIGN);
    stage.cluster().awaitAllReady();
    assertThat(operations(stage.cloud().mutationsAfter(mark)))
        .containsExactlyInAnyOrder("DeleteCampaign", "CreateSchema");
  }

  private static List<String> operations(List<Call> calls) {
    return calls.stream()
        .map(Call::operation)
        .filter(o -> !o.equals("GetCallerIdentity") && !o.equals("AssumeRole"))
        .toList();
  }
}
