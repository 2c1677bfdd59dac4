package io.personalizeoperator.simulator.control;

/** A control request that is wrong; the message says what and where. */
final class ControlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ControlException(String message, Object... arguments) {
    super(message.formatted(arguments), null, false, false);
  }
}
