package io.personalizeoperator.schedule;

import java.util.function.Supplier;

/**
 * A schedule that cannot be read. The message says in plain English what is wrong with it and what
 * to write instead; it is stable, so that it may stand in a status.
 */
public final class InvalidScheduleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidScheduleException(String message) {
    super(message);
  }

  /**
   * Parses a field, and has the message of a failure begin with the field's place.
   *
   * @param place such as {@code rotation.cron}
   */
  public static <T> T in(String place, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (InvalidScheduleException e) {
      throw new InvalidScheduleException(place + ": " + e.getMessage());
    }
  }
}
