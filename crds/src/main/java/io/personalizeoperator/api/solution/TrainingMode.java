package io.personalizeoperator.api.solution;

/**
 * What a training that the operator starts trains on (AWS: CreateSolutionVersion, trainingMode).
 */
public enum TrainingMode {
  /** All data. */
  FULL,
  /** New items only, based on the last version that was trained in full. */
  UPDATE
}
