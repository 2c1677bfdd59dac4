package io.personalizeoperator.expression;

/** What a clause does with the candidates that its conditions match. */
public enum Effect {
  /** Keeps only the candidates that match. */
  INCLUDE,
  /** Drops the candidates that match. */
  EXCLUDE
}
