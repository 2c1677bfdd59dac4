package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When nothing changes, nothing is written and nothing is asked but the sweeps' lists. */
@ExtendWith(Stages.class)
class QuietIT {
  private static final List<Sample> ALL = List.of(Sample.values());
  private static final String[] LISTS =
      Stream.concat(ALL.stream().map(Sample::list), Stream.of("ListSolutionVersions"))
          .toArray(String[]::new);

  @Test
  void sweepsOnlyListAndNoUnchangedStatusIsWritten(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL);
    stage.cluster().awaitReady(ALL);
    stage.cloud().awaitSweeps(1, LISTS);
    Map<Sample, String> before = versions(stage);
    long mark = stage.cloud().mark();

    stage.cloud().awaitSweeps(3, LISTS);

    assertThat(versions(stage)).isEqualTo(before);
    assertThat(stage.cloud().callsAfter(mark)).extracting(Call::operation).containsOnly(LISTS);
  }

  @Test
  void aRestartListsEachKindOnceAndWritesNothing(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL);
    stage.cluster().awaitReady(ALL);
    stage.stopOperator();
    Map<Sample, String> before = versions(stage);
    long mark = stage.cloud().mark();

    // Slow enough for no second sweep to begin.
    stage.cloud().speed(1);
    stage.startOperator();
    stage
        .cloud()
        .awaitCalls("a list of each kind", mark, calls -> operations(calls).containsAll(lists()));

    assertThat(operations(stage.cloud().callsAfter(mark)))
        .containsOnlyOnceElementsOf(lists())
        .allMatch(call -> lists().contains(call) || call.equals("GetCallerIdentity"));
    stage.cloud().speed(600);
    stage.cloud().awaitSweeps(2, LISTS);
    assertThat(versions(stage)).isEqualTo(before);
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
  }

  private static List<String> lists() {
    return Arrays.asList(LISTS);
  }

  private static List<String> operations(List<Call> calls) {
    return calls.stream().map(Call::operation).toList();
  }

  private static Map<Sample, String> versions(Stage stage) {
    return ALL.stream()
        .collect(
            Collectors.toMap(
                sample -> sample,
                sample -> stage.cluster().get(sample).getMetadata().getResourceVersion()));
  }
}
