package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.AfterImport;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.api.solution.Training;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.api.solution.TrainingSchedule;
import io.personalizeoperator.schedule.DurationText;
import io.personalizeoperator.schedule.InvalidScheduleException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says of trainings, with the defaults of what it leaves out.
 *
 * @param onCreate whether a new solution is trained
 * @param schedules the schedules as written
 * @param afterImport what new data trains; empty for nothing
 * @param atMostEvery the shortest time between two starts, for new data
 * @param retries how often a failed training is repeated
 * @param retryDelay how long after the failure
 * @param maximumDuration when a training is stopped; empty for never
 */
record TrainingPolicy(
    boolean onCreate,
    List<TrainingSchedule> schedules,
    Optional<TrainingMode> afterImport,
    Duration atMostEvery,
    int retries,
    Duration retryDelay,
    Optional<Duration> maximumDuration) {
  private static final Duration ONCE_A_DAY = Duration.ofHours(24);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  static TrainingPolicy of(SolutionSpec spec) {
    Training training = spec.training();
    if (training == null) {
      return new TrainingPolicy(
          true, List.of(), Optional.empty(), ONCE_A_DAY, 1, HALF_AN_HOUR, Optional.empty());
    }
    AfterImport imports = training.afterImport();
    return new TrainingPolicy(
        !Boolean.FALSE.equals(training.onCreate()),
        training.schedules() == null ? List.of() : training.schedules(),
        imports == null
            ? Optional.empty()
            : Optional.of(imports.mode() == null ? TrainingMode.FULL : imports.mode()),
        duration(imports == null ? null : imports.atMostEvery()).orElse(ONCE_A_DAY),
        training.retries() == null ? 1 : training.retries(),
        duration(training.retryDelay()).orElse(HALF_AN_HOUR),
        duration(training.maximumDuration()));
  }

  /** The API server has checked it; what an older CRD let through counts as left out. */
  private static Optional<Duration> duration(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(DurationText.parse(text));
    } catch (InvalidScheduleException unreadable) {
      return Optional.empty();
    }
  }
}
