package io.personalizeoperator.clock;

/** Who is told when a group of the account view changes. Equal watchers count once. */
public interface Wakeable {
  /** Something has changed; it has to be quick. */
  void wake();
}
