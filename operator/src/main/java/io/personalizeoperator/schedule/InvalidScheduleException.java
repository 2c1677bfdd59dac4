package io.personalizeoperator.schedule;

/**
 * A schedule that cannot be read. The message says in plain English what is wrong with it and what
 * to write instead; it is stable, so that it may stand in a status.
 */
public final class InvalidScheduleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidScheduleException(String message) {
    super(message);
  }
}
