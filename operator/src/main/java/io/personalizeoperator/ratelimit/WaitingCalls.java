package io.personalizeoperator.ratelimit;

import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.stream.Stream;

/**
 * The calls that wait for the rate limit, in four lines: what others wait for, what is needed by a
 * given time, what a resource waits for, and sweeps. Each line has its order, and none waits for
 * the end of another. Guarded by the limiter's lock.
 */
final class WaitingCalls {
  /** So many of those that are needed by a given time go before one of the lines behind them. */
  private static final int HURRIED_IN_A_ROW = 49;

  /** So many foreground calls go before one of the background. */
  private static final int FOREGROUND_IN_A_ROW = 9;

  /** The same while little is left of the rate. */
  private static final int FOREGROUND_BESIDE_HURRIED = 1;

  /**
   * One call.
   *
   * @param reached is signalled when its turn has come; null for a pass
   * @param pass is woken instead; null for a thread that waits
   */
  record Call(CallOrder turn, long arrival, Condition reached, Wakeable pass) {
    private static final Comparator<Call> IN_ORDER =
        Comparator.comparing((Call call) -> call.turn.neededBy()).thenComparingLong(Call::arrival);
  }

  private final TreeSet<Call> first = new TreeSet<>(Call.IN_ORDER);
  private final TreeSet<Call> hurried = new TreeSet<>(Call.IN_ORDER);
  private final TreeSet<Call> foreground = new TreeSet<>(Call.IN_ORDER);
  private final TreeSet<Call> background = new TreeSet<>(Call.IN_ORDER);
  private final Map<Wakeable, Call> passes = new HashMap<>();

  /** When each pass first came: its second call goes next among its like. */
  private final Map<Wakeable, Long> firstCame = new HashMap<>();

  private long arrivals;
  private int hurriedInARow;
  private int foregroundInARow;

  private TreeSet<Call> line(CallOrder turn) {
    return switch (turn.priority()) {
      case FIRST -> first;
      case FOREGROUND -> turn.hurries() ? hurried : foreground;
      case BACKGROUND -> background;
    };
  }

  /** A thread waits from now on. */
  Call add(Priority priority, Condition reached) {
    Call call = new Call(new CallOrder(priority, Instant.MAX), arrivals++, reached, null);
    line(call.turn).add(call);
    return call;
  }

  /** A pass waits; what it asked for last counts, and it keeps its place among its like. */
  void put(Wakeable pass, CallOrder turn) {
    remove(passes.get(pass));
    long arrival = firstCame.computeIfAbsent(pass, p -> arrivals++);
    Call call = new Call(turn, arrival, null, pass);
    passes.put(pass, call);
    line(turn).add(call);
  }

  /** A pass has no call to make any more. */
  void forget(Wakeable pass) {
    remove(passes.get(pass));
    firstCame.remove(pass);
  }

  /** Takes a call out; null is none. */
  void remove(Call call) {
    if (call != null) {
      line(call.turn).remove(call);
      passes.remove(call.pass, call);
    }
  }

  boolean contains(Call call) {
    return line(call.turn).contains(call);
  }

  boolean isEmpty() {
    return lines().allMatch(TreeSet::isEmpty);
  }

  /** How many passes wait. */
  int passes() {
    return passes.size();
  }

  /** The threads that wait. */
  List<Call> threads() {
    return lines().<Call>flatMap(TreeSet::stream).filter(call -> call.pass == null).toList();
  }

  private Stream<TreeSet<Call>> lines() {
    return Stream.of(first, hurried, foreground, background);
  }

  /** The call whose turn it is; null where none waits. */
  Call next() {
    TreeSet<Call> line = nextLine();
    return line.isEmpty() ? null : line.first();
  }

  private TreeSet<Call> nextLine() {
    if (!first.isEmpty()) {
      return first;
    }
    boolean othersWait = !foreground.isEmpty() || !background.isEmpty();
    if (!hurried.isEmpty() && !(othersWait && hurriedInARow >= HURRIED_IN_A_ROW)) {
      return hurried;
    }
    int inARow = hurried.isEmpty() ? FOREGROUND_IN_A_ROW : FOREGROUND_BESIDE_HURRIED;
    boolean backgroundsTurn = !background.isEmpty() && foregroundInARow >= inARow;
    return foreground.isEmpty() || backgroundsTurn ? background : foreground;
  }

  /** Takes out the call whose turn it is; there is one. */
  Call take() {
    TreeSet<Call> line = nextLine();
    if (line == hurried) {
      hurriedInARow++;
    } else if (line != first) {
      hurriedInARow = 0;
      foregroundInARow = line == foreground ? foregroundInARow + 1 : 0;
    }
    Call call = line.first();
    remove(call);
    return call;
  }
}
