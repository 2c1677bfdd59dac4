package io.personalizeoperator.ratelimit;

/** The order of calls when the rate is used up. */
public enum Priority {
  /** The rest of what has begun, and the first list of a kind, which all its passes wait for. */
  FIRST,
  /** A resource waits for the answer. */
  FOREGROUND,
  /** Sweeps and checks. */
  BACKGROUND
}
