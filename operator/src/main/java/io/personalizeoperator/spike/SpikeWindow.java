package io.personalizeoperator.spike;

import java.time.Instant;
import java.util.Comparator;

/**
 * One occurrence of a spike: capacity is raised from {@code raise} on, for traffic from {@code
 * start} to {@code end}. Each is inclusive but {@code end}.
 *
 * @param spike name of the spike
 * @param raise when to begin with the update that raises the capacity; not after start
 * @param start when the traffic is expected
 * @param end when the capacity is no longer wanted; after start
 * @param minProvisionedTPS requests per second that are wanted, at least
 */
public record SpikeWindow(
    String spike, Instant raise, Instant start, Instant end, int minProvisionedTPS) {
  /** By start, then by name. */
  static final Comparator<SpikeWindow> IN_ORDER =
      Comparator.comparing(SpikeWindow::start).thenComparing(SpikeWindow::spike);

  /** The one whose value counts first: the highest; of equals the earliest. */
  static final Comparator<SpikeWindow> BY_PRECEDENCE =
      Comparator.comparingInt(SpikeWindow::minProvisionedTPS).reversed().thenComparing(IN_ORDER);

  /** Whether the capacity of this window is wanted: raise is reached, end is not. */
  public boolean isActive(Instant now) {
    return !now.isBefore(raise) && now.isBefore(end);
  }

  /** Whether the traffic of this window is expected: start is reached, end is not. */
  public boolean hasStarted(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }
}
