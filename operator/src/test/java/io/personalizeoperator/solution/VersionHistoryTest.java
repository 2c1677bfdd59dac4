package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One version is one record, however it became known. */
class VersionHistoryTest {
  private static final String ARN = Observation.arn("solution/s/v1");
  private static final Instant THEN = Observation.NOW.minusSeconds(60);
  private static final VersionName NAME = new VersionName("weekly-202611240300");

  private static SolutionVersionStatus requested() {
    return VersionRecords.requested(NAME, null, VersionHistory.REQUESTED, "FULL", THEN);
  }

  private static Remote<SolutionVersionDetails> shown(String status) {
    return Remote.<SolutionVersionDetails>in(status, ARN).created(THEN.minusSeconds(1));
  }

  @Test
  void aVersionThatWasAskedForAndOneThatIsShownAreOneOnceItsNameIsKnown() {
    SolutionVersionStatus unnamed = VersionRecords.found(shown("ACTIVE").live());
    SolutionVersionDetails details =
        new SolutionVersionDetails(NAME.text(), "FULL", "MANUAL", 1.0, Map.of(), Map.of());
    VersionHistory history =
        VersionHistory.of(
            List.of(unnamed, requested()),
            List.of(shown("ACTIVE").details(details).live()),
            List.of(),
            Set.of(),
            Observation.NOW);
    assertThat(history.versions()).hasSize(1);
    assertThat(history.underWay()).isEmpty();
    assertThat(history.has(NAME)).isTrue();
  }

  @Test
  void aVersionThatAwsNeverShowsIsNotWaitedForForEver() {
    VersionHistory soon =
        VersionHistory.of(List.of(requested()), List.of(), List.of(), Set.of(), Observation.NOW);
    assertThat(soon.underWay()).isPresent();
    VersionHistory later =
        VersionHistory.of(
            List.of(requested()),
            List.of(),
            List.of(),
            Set.of(),
            Observation.NOW.plus(Duration.ofMinutes(10)));
    assertThat(later.underWay()).isEmpty();
    assertThat(later.has(NAME)).as("it was done").isTrue();
  }
}
