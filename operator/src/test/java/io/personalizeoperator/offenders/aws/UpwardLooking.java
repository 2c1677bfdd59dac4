package io.personalizeoperator.offenders.aws;

import io.personalizeoperator.offenders.decision.Looped;
import io.personalizeoperator.offenders.filter.Exposed;

/** Looks up from a shared package to the life cycle and to a kind. */
public final class UpwardLooking {
  Looped looped;
  Exposed exposed;
}
