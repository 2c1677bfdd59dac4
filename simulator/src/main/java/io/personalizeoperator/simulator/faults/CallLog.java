package io.personalizeoperator.simulator.faults;

import io.personalizeoperator.simulator.world.WorldKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The log of the calls of clients. It keeps the latest {@value #CAPACITY}. Safe for use by many
 * threads.
 */
public final class CallLog {
  /**
   * The number of calls that it keeps: enough for a long test, and small enough for a small heap.
   */
  public static final int CAPACITY = 50_000;

  /** The number of input characters that it keeps; a schema has up to 20,000. */
  private static final long INPUT_CAPACITY = 16_000_000;

  private final Deque<Call> calls = new ArrayDeque<>();
  private long inputSize;
  private long sequence;

  /**
   * One call.
   *
   * @param seq counts from 1 since the last reset
   * @param at the time on the simulated clock
   * @param input the request's JSON as the client wrote it; null for a request without JSON
   * @param error the exception's name; null when the call succeeded
   */
  public record Call(
      long seq,
      Instant at,
      WorldKey world,
      String operation,
      String userAgent,
      String input,
      String error) {}

  /** Adds a call. */
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

  /** The calls of an operation after that number; operation null: of all operations. */
  public synchronized List<Call> calls(String operation, long after) {
    return calls.stream()
        .filter(
            call -> call.seq() > after && (operation == null || operation.equals(call.operation())))
        .toList();
  }

  /** Removes all calls and restarts the numbers at 1. */
  public synchronized void clear() {
    calls.clear();
    inputSize = 0;
    sequence = 0;
  }
}
