package io.personalizeoperator.api.solution;

/** Why a solution version was trained. */
public enum TrainingTrigger {
  /** The solution was new. */
  Initial,
  /** A tick of a schedule. */
  Schedule,
  /** New data. */
  Import,
  /** The train annotation. */
  Request,
  /** A training had failed. */
  Retry,
  /** AWS's own automatic training. */
  Automatic,
  /** Somebody else. */
  Other
}
