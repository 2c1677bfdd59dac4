package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The scheduled steps of all resources by time. A step stays here when its resource cancels it, so
 * the caller checks that the resource still has it.
 */
final class Schedule {
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(
          Comparator.comparing((Item item) -> item.planned().at())
              .thenComparing(item -> item.planned().order()));

  /** A step of the resource with that ARN. */
  record Item(String arn, ScheduledStep planned) {}

  void add(String arn, ScheduledStep planned) {
    queue.add(new Item(arn, planned));
  }

  /** Removes and returns the earliest item that is due by then, or null. */
  Item next(Instant until) {
    Item first = queue.peek();
    return first == null || first.planned().at().isAfter(until) ? null : queue.poll();
  }
}
