package io.personalizeoperator.clock;

/** A watcher of a group of the account view. Equal watchers count once. */
public interface Wakeable {
  /** Called when something has changed; has to be quick. */
  void wake();
}
