package io.personalizeoperator.api;

/** Status of a condition, as metav1.Condition spells it. */
public enum ConditionStatus {
  True,
  False,
  Unknown
}
