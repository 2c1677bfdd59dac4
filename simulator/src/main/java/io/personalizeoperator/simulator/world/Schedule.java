package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is due when. Items are not taken out when a resource changes its plans; whoever takes one
 * checks that it still holds.
 */
final class Schedule {
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(
          Comparator.comparing((Item item) -> item.due().at())
              .thenComparing(item -> item.due().order()));

  /** A due of the resource of that ARN. */
  record Item(String arn, Due due) {}

  void add(String arn, Due due) {
    queue.add(new Item(arn, due));
  }

  /** Takes the earliest item that is due by then, or null. */
  Item next(Instant until) {
    Item first = queue.peek();
    return first == null || first.due().at().isAfter(until) ? null : queue.poll();
  }
}
