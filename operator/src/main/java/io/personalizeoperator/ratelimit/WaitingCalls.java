package io.personalizeoperator.ratelimit;

import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for the rate limit, in four queues: what others wait for, what is needed by a
 * given time, what a resource waits for, and sweeps. Each queue has its order, and none waits for
 * the end of another. Guarded by the limiter's lock.
 */
final class WaitingCalls {
  /** So many of those that are needed by a given time go before one of the queues behind them. */
  private static final int HURRIED_IN_A_ROW = 49;

  /** So many foreground calls go before one of the background. */
  private static final int FOREGROUND_IN_A_ROW = 9;

  /** The same while little is left of the rate. */
  private static final int FOREGROUND_BESIDE_HURRIED = 1;

  /**
   * One call.
   *
   * @param task is run when its turn has come; null for a pass
   * @param pass is woken instead; null for a task
   */
  record Call(CallOrder order, long arrival, @Nullable Runnable task, @Nullable Wakeable pass) {
    private static final Comparator<Call> IN_ORDER =
        Comparator.comparing((Call call) -> call.order.neededBy()).thenComparingLong(Call::arrival);
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

  private TreeSet<Call> queue(CallOrder order) {
    return switch (order.priority()) {
      case FIRST -> first;
      case FOREGROUND -> order.hurries() ? hurried : foreground;
      case BACKGROUND -> background;
    };
  }

  /** A task waits from now on. */
  void add(Priority priority, Runnable task) {
    Call call = new Call(new CallOrder(priority, Instant.MAX), arrivals++, task, null);
    queue(call.order).add(call);
  }

  /** A pass waits; what it asked for last counts, and it keeps its place among its like. */
  void put(Wakeable pass, CallOrder order) {
    remove(passes.get(pass));
    long arrival = firstCame.computeIfAbsent(pass, p -> arrivals++);
    Call call = new Call(order, arrival, null, pass);
    passes.put(pass, call);
    queue(order).add(call);
  }

  /** A pass has no call to make any more. */
  void forget(Wakeable pass) {
    remove(passes.get(pass));
    firstCame.remove(pass);
  }

  /** Removes a call; null is none. */
  private void remove(@Nullable Call call) {
    if (call != null) {
      queue(call.order).remove(call);
      passes.remove(call.pass, call);
    }
  }

  boolean isEmpty() {
    return queues().allMatch(TreeSet::isEmpty);
  }

  /** How many passes wait. */
  int passes() {
    return passes.size();
  }

  /** Forgets all. */
  void clear() {
    queues().forEach(TreeSet::clear);
    passes.clear();
    firstCame.clear();
  }

  private Stream<TreeSet<Call>> queues() {
    return Stream.of(first, hurried, foreground, background);
  }

  /** The call whose turn it is; null if none waits. */
  @Nullable Call next() {
    TreeSet<Call> queue = nextQueue();
    return queue.isEmpty() ? null : queue.first();
  }

  private TreeSet<Call> nextQueue() {
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

  /** Removes the call whose turn it is; there is one. */
  Call take() {
    TreeSet<Call> queue = nextQueue();
    if (queue == hurried) {
      hurriedInARow++;
    } else if (queue != first) {
      hurriedInARow = 0;
      foregroundInARow = queue == foreground ? foregroundInARow + 1 : 0;
    }
    Call call = queue.first();
    remove(call);
    return call;
  }
}
