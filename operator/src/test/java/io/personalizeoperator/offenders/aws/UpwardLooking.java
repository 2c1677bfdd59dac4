package io.personalizeoperator.offenders.aws;

import io.personalizeoperator.offenders.filter.Exposed;
import io.personalizeoperator.offenders.lifecycle.Looped;

/** Looks up from a shared package to the life cycle and to a kind. */
public final class UpwardLooking {
  Looped looped;
  Exposed exposed;
}
