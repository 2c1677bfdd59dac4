package io.personalizeoperator.reconcile;

/**
 * Keeps passes from starting until all caches are filled, and again when the operator stops: a pass
 * that sees half of the resources would decide wrongly.
 */
public final class StartGate {
  private volatile boolean open;

  /** All caches are filled. */
  public void open() {
    open = true;
  }

  /** The operator stops: passes that have not begun do not begin. */
  public void close() {
    open = false;
  }

  /** Whether passes may begin. */
  public boolean isOpen() {
    return open;
  }
}
