package io.personalizeoperator.offenders.decision;

import io.personalizeoperator.offenders.aws.UpwardLooking;

/** Closes the circle. */
public final class Looped {
  UpwardLooking back;
}
