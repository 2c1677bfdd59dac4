package io.personalizeoperator.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.testing.Manifests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FULL first, the increment right after; nothing runs beside a FULL one. */
class SiblingImportsTest {
  private static final String READY = "conditions: [{type: Ready, status: 'True'}]";
  private static final String WAITING = "conditions: [{type: Ready, status: 'False'}]";

  private static DatasetImport of(String name, String mode, String more, String... status) {
    return Manifests.read(
        DatasetImport.class,
        """
        metadata: {name: %s, generation: 2}
        spec: {datasetRef: {name: d}, dataLocation: s3://b/d.csv, importMode: %s%s}
        status: {%s}
        """
            .formatted(name, mode, more, String.join(", ", status)));
  }

  private static DatasetImport full(String... status) {
    return of("history", "FULL", "", status);
  }

  private static Optional<String> waits(String mode, DatasetImport... others) {
    return new SiblingImports(of("self", mode, ""), List.of(others))
        .waitsFor()
        .map(Verdict::message);
  }

  @Test
  void anIncrementWaitsForAFullImport() {
    assertThat(waits("INCREMENTAL", full()))
        .hasValueSatisfying(m -> assertThat(m).contains("history"));
    assertThat(waits("INCREMENTAL", full("observedGeneration: 2", WAITING))).isPresent();
    assertThat(waits("INCREMENTAL", full("observedGeneration: 2", READY))).isEmpty();
  }

  @Test
  void oneThatWasEditedJustNowIsNotFinished() {
    assertThat(waits("INCREMENTAL", full("observedGeneration: 1", READY))).isPresent();
  }

  @Test
  void oneThatHasFailedSaysHowToGoOn() {
    String stalled =
        "conditions: [{type: Ready, status: 'False'}, {type: Stalled, status: 'True'}]";
    assertThat(waits("INCREMENTAL", full("observedGeneration: 2", stalled)))
        .hasValueSatisfying(message -> assertThat(message).endsWith("to import this one now."));
  }

  @Test
  void aSuspendedOneIsNotWaitedFor() {
    assertThat(waits("INCREMENTAL", of("history", "FULL", ", suspend: true"))).isEmpty();
  }

  /** Else two would wait for each other. */
  @Test
  void aFullImportWaitsForNothingThatOnlyIsWanted() {
    assertThat(waits("FULL", full(), of("month", "INCREMENTAL", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FULL, FULL, true",
    "FULL, INCREMENTAL, true",
    "INCREMENTAL, FULL, true",
    "INCREMENTAL, INCREMENTAL, false"
  })
  void nothingRunsBesideAFullJob(String mode, String running, boolean waits) {
    DatasetImport other =
        of(
            "other",
            running,
            "",
            "observedGeneration: 2",
            READY,
            "latest: {name: j, generation: 2, status: CREATE IN_PROGRESS}");

    assertThat(waits(mode, other).isPresent()).isEqualTo(waits);
  }

  @Test
  void aRefusedIncrementIsSentAgainOnceAFullImportHasSucceeded() {
    Instant then = Instant.parse("2026-11-24T08:00:00Z");
    DatasetImport full =
        full(
            "lastSuccess: {name: j, generation: 2, status: ACTIVE, completed: %s}".formatted(then));

    assertThat(new SiblingImports(of("self", "INCREMENTAL", ""), List.of(full)).lastFull())
        .contains(then);
  }
}
