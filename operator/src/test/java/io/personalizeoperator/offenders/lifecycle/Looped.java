package io.personalizeoperator.offenders.lifecycle;

import io.personalizeoperator.offenders.aws.UpwardLooking;

/** Closes the circle. */
public final class Looped {
  UpwardLooking back;
}
