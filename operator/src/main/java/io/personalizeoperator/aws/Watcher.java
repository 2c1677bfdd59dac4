package io.personalizeoperator.aws;

/** Who is told when a group of the account view changes. Equal watchers count once. */
public interface Watcher {
  /** Something has changed; it has to be quick. */
  void wake();
}
