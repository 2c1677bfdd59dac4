package io.personalizeoperator.simulator.wire;

/** A request that is not HTTP, or that is larger or slower than the server accepts. */
final class MalformedRequestException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;

  MalformedRequestException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The HTTP status of the answer, after which the connection is closed. */
  int status() {
    return status;
  }
}
