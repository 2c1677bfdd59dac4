package io.personalizeoperator.api.solution;

/** Who decides which version campaigns follow. */
public enum PromotionMode {
  /** The newest ACTIVE version that meets the gates. */
  Automatic,
  /** The one that the promote annotation names. */
  Manual
}
