package io.personalizeoperator.solution;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.decision.ContentHash;
import java.util.Map;
import java.util.Optional;

/**
 * A training on demand: each new value of the annotation {@code personalize-operator.io/train}.
 *
 * @param value the whole value
 */
record TrainingAnnotation(String value) {
  private static final int LONGEST_RECORDED = 256;
  private static final String UPDATE = TrainingMode.UPDATE + ":";

  static Optional<TrainingAnnotation> of(Solution solution) {
    return annotation(solution, PersonalizeResource.TRAIN).map(TrainingAnnotation::new);
  }

  /** The value of an annotation, unless it is blank. */
  static Optional<String> annotation(Solution solution, String name) {
    Map<String, String> all = solution.getMetadata().getAnnotations();
    return Optional.ofNullable(all == null ? null : all.get(name)).filter(text -> !text.isBlank());
  }

  /** The value as the status records it: short ones as they are. */
  String recorded() {
    return value.length() <= LONGEST_RECORDED ? value : ContentHash.of(value);
  }

  /** {@code UPDATE:} in front chooses UPDATE, anything else is FULL. */
  TrainingMode mode() {
    return value.startsWith(UPDATE) ? TrainingMode.UPDATE : TrainingMode.FULL;
  }

  VersionName name() {
    return VersionName.ofRequest(value);
  }
}
