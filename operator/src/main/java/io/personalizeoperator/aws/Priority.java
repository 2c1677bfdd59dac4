package io.personalizeoperator.aws;

/** Which calls go first when the rate is used up. */
public enum Priority {
  /** A resource waits for the answer. */
  FOREGROUND,
  /** Sweeps and checks. */
  BACKGROUND
}
