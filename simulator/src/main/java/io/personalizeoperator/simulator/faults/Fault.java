package io.personalizeoperator.simulator.faults;

import java.time.Duration;

/**
 * A fault that disturbs calls, as the control API sets it.
 *
 * @param operation the operation's name, or {@code "*"}
 * @param count the number of calls that it still hits; null: no limit
 * @param rate the probability that it hits a call, 0 to 1
 * @param delay for {@link Type#DELAY}, in real time
 * @param message the error's message or the failureReason; null: a default
 * @param containing hits only calls whose input contains this text as the client wrote it; null:
 *     hits calls with any input
 */
public record Fault(
    String operation,
    Type type,
    Integer count,
    double rate,
    Duration delay,
    String message,
    String containing) {
  /** A fault that hits calls with any input. */
  public Fault(
      String operation, Type type, Integer count, double rate, Duration delay, String message) {
    this(operation, type, count, rate, delay, message, null);
  }

  /** The type of a fault. */
  public enum Type {
    THROTTLE("Throttle"),
    SERVER_ERROR("ServerError"),
    DROP_REPLY("DropReply"),
    DELAY("Delay"),
    ACCESS_DENIED("AccessDenied"),
    INVALID_INPUT("InvalidInput"),
    FAIL_CREATION("FailCreation");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /** The name in the control API. */
    public String key() {
      return key;
    }
  }

  boolean matches(String called, String input, Type wanted) {
    return type == wanted
        && (operation.equals("*") || operation.equals(called))
        && (containing == null || input.contains(containing));
  }

  Fault once() {
    return count == null
        ? this
        : new Fault(operation, type, count - 1, rate, delay, message, containing);
  }

  boolean spent() {
    return count != null && count <= 0;
  }
}
