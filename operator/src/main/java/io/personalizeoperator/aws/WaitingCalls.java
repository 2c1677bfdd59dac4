package io.personalizeoperator.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.stream.Stream;

/**
 * The calls that wait for the rate limit, in the order in which they go. Foreground calls go before
 * background ones: those that are needed by a given time in the order of that time, then the others
 * in the order in which they came. Now and then one of the background goes first, so that sweeps
 * never stop. Guarded by the limiter's lock.
 */
final class WaitingCalls {
  /** So many foreground calls go before a background one that waits. */
  private static final int FOREGROUND_IN_A_ROW = 9;

  /** So many of those that are needed by a given time. */
  private static final int HURRIED_IN_A_ROW = 49;

  /**
   * One call.
   *
   * @param turn is signalled when its turn has come; null for a pass
   * @param pass is woken instead; null for a thread that waits
   */
  record Call(Turn when, long arrival, Condition turn, Watcher pass) {
    private static final Comparator<Call> IN_ORDER =
        Comparator.comparing((Call call) -> call.when.neededBy()).thenComparingLong(Call::arrival);
  }

  private final Map<Priority, TreeSet<Call>> lines = new EnumMap<>(Priority.class);
  private final Map<Watcher, Call> passes = new HashMap<>();
  private long arrivals;
  private int foregroundInARow;

  WaitingCalls() {
    for (Priority priority : Priority.values()) {
      lines.put(priority, new TreeSet<>(Call.IN_ORDER));
    }
  }

  /** A thread waits from now on. */
  Call add(Priority priority, Condition turn) {
    Call call = new Call(new Turn(priority, Instant.MAX), arrivals++, turn, null);
    lines.get(priority).add(call);
    return call;
  }

  /** A pass waits; one that waits already keeps its place among those of the same turn. */
  void put(Watcher pass, Turn turn) {
    Call before = passes.get(pass);
    remove(pass);
    long arrival = before == null ? arrivals++ : before.arrival;
    Call call = new Call(turn, arrival, null, pass);
    passes.put(pass, call);
    lines.get(turn.priority()).add(call);
  }

  void remove(Watcher pass) {
    Call call = passes.remove(pass);
    if (call != null) {
      remove(call);
    }
  }

  void remove(Call call) {
    lines.get(call.when.priority()).remove(call);
  }

  boolean contains(Call call) {
    return lines.get(call.when.priority()).contains(call);
  }

  int size() {
    return lines.values().stream().mapToInt(TreeSet::size).sum();
  }

  /** The threads that wait. */
  List<Call> threads() {
    return lines.values().stream()
        .<Call>flatMap(TreeSet::stream)
        .filter(call -> call.turn != null)
        .toList();
  }

  /** Takes out the call whose turn it is; there is one. */
  Call poll() {
    TreeSet<Call> background = lines.get(Priority.BACKGROUND);
    TreeSet<Call> line =
        Stream.of(Priority.FIRST, Priority.FOREGROUND)
            .map(lines::get)
            .filter(one -> !one.isEmpty())
            .findFirst()
            .filter(one -> background.isEmpty() || foregroundInARow < inARow(one.first()))
            .orElse(background);
    foregroundInARow = line == background ? 0 : foregroundInARow + 1;
    Call call = line.pollFirst();
    if (call.pass != null) {
      passes.remove(call.pass);
    }
    return call;
  }

  private static int inARow(Call first) {
    return first.when.hurries() ? HURRIED_IN_A_ROW : FOREGROUND_IN_A_ROW;
  }
}
