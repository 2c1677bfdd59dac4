package io.personalizeoperator.api.campaign;

/** Whether a new solution version is rolled out while a spike is expected. */
public enum RolloutsDuringSpikes {
  /** From the raise of a spike to its end, a new version waits. */
  Freeze,
  /** New versions are rolled out at any time. */
  Allow
}
