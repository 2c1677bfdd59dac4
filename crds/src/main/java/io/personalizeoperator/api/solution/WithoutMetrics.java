package io.personalizeoperator.api.solution;

/** What becomes of a version whose recipe gives no value of a gate's metric. */
public enum WithoutMetrics {
  /** It is not promoted. */
  Block,
  /** The gate is skipped. */
  Promote
}
