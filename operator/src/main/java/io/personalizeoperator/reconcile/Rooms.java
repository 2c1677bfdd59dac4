package io.personalizeoperator.reconcile;

/**
 * Where the parts of a pass run. Calls to AWS and writes to Kubernetes have room of their own: an
 * API server that is slow or down holds up no call to AWS.
 */
public interface Rooms {
  /** A write, which may fail. */
  interface Write<E extends Exception> {
    void run() throws E;
  }

  /** Runs waiting passes before the rest of the caller's. */
  void yieldToWaiting();

  /**
   * Writes to Kubernetes, in the room for that.
   *
   * @return whether it was written; false when so many writes wait that this one has to come later
   */
  <E extends Exception> boolean write(Write<E> write) throws E;
}
