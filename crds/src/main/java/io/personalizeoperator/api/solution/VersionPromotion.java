package io.personalizeoperator.api.solution;

/** Whether campaigns followed a version. */
public enum VersionPromotion {
  /** They follow it, or did. */
  Promoted,
  /** It does not meet the gates. */
  Blocked,
  /** It waits for the promote annotation. */
  Held
}
