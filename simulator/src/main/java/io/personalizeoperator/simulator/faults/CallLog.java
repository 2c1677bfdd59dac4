package io.personalizeoperator.simulator.faults;

import io.personalizeoperator.simulator.world.WorldKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The calls that clients have made, the latest {@value #CAPACITY} of them. Safe for use by many
 * threads.
 */
public final class CallLog {
  /** How many calls it keeps: enough for a long test, little enough for a small heap. */
  public static final int CAPACITY = 50_000;

  /** How many characters of inputs it keeps: a schema has up to 20,000. */
  private static final long INPUT_CAPACITY = 16_000_000;

  private final Deque<Call> calls = new ArrayDeque<>();
  private long inputSize;
  private long sequence;

  /**
   * One call.
   *
   * @param seq counts from 1 since the last reset
   * @param at on the simulated clock
   * @param input the request's JSON as it came; null when it was none
   * @param error the exception's name; null when it succeeded
   */
  public record Call(
      long seq,
      Instant at,
      WorldKey world,
      String operation,
      String userAgent,
      String input,
      String error) {}

  /** Takes down a call. */
  public synchronized void add(
      Instant at, WorldKey world, String operation, String userAgent, String input, String error) {
    calls.addLast(new Call(++sequence, at, world, operation, userAgent, input, error));
    inputSize += length(input);
    while (calls.size() > CAPACITY || inputSize > INPUT_CAPACITY) {
      inputSize -= length(calls.removeFirst().input());
    }
  }

  private static int length(String input) {
    return input == null ? 0 : input.length();
  }

  /** The calls after that number, of that operation or (null) of all. */
  public synchronized List<Call> calls(String operation, long after) {
    return calls.stream()
        .filter(
            call -> call.seq() > after && (operation == null || operation.equals(call.operation())))
        .toList();
  }

  /** Forgets all calls and counts from 1 again. */
  public synchronized void clear() {
    calls.clear();
    inputSize = 0;
    sequence = 0;
  }
}
