package io.personalizeoperator.api.solution;

/** How strongly an objective weighs against relevance (AWS: ObjectiveSensitivity). */
public enum ObjectiveSensitivity {
  LOW,
  MEDIUM,
  HIGH,
  OFF
}
