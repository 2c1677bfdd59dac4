package io.personalizeoperator.simulator.control;

/** An invalid control request; the message says which member is wrong and why. */
final class ControlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ControlException(String message, Object... arguments) {
    super(message.formatted(arguments), null, false, false);
  }
}
