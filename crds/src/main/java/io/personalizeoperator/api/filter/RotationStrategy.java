package io.personalizeoperator.api.filter;

/** In which order a filter is replaced. */
public enum RotationStrategy {
  /** The next one is ACTIVE before the old one goes. */
  CreateFirst,
  /** The old one goes before the next one is created: none serves in between. */
  DeleteFirst
}
