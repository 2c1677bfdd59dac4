package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.TrainingMode;
import java.time.Instant;
import java.util.Comparator;

/**
 * A training that is due.
 *
 * @param name of the version that it makes
 * @param mode what it trains on
 * @param deadline until when it may start; Instant.MAX where it waits for as long as it takes
 * @param why for people: why it is started
 */
record TrainingRequest(VersionName name, TrainingMode mode, Instant deadline, String why) {
  /** A FULL training makes the UPDATEs before it needless, so it goes first. */
  static final Comparator<TrainingRequest> MOST_URGENT =
      Comparator.comparing(TrainingRequest::mode)
          .thenComparing(TrainingRequest::deadline)
          .thenComparing(request -> request.name().text());
}
