package io.personalizeoperator.simulator.datasets;

/** Thrown when data cannot be read; the message is the failureReason of the job. */
final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  ImportException(String message) {
    super(message);
  }
}
