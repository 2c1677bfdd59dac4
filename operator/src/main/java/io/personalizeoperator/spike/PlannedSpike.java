package io.personalizeoperator.spike;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A valid spike. Its windows follow from the lead, which is the same for all of them: how long
 * before each start the capacity is raised.
 */
sealed interface PlannedSpike permits OneOffSpike, RecurringSpike {
  /** The name, which is unique in a calendar. */
  String name();

  /** Requests per second that it wants, at least. */
  int minProvisionedTPS();

  /** The lead that the user asked for. */
  Duration leadTime();

  /** The window whose capacity is wanted; of several, the one that ends last. */
  Optional<SpikeWindow> active(Instant now, Duration lead);

  /** The first raise, start or end of a window after now. */
  Optional<Instant> nextChange(Instant now, Duration lead);

  /** The first windows that end after now, in order of start, those under way included. */
  List<SpikeWindow> occurrences(Instant now, Duration lead, int most);

  /** The first window that starts after now. */
  Optional<SpikeWindow> nextStart(Instant now, Duration lead);

  /** Whether no window ends after now. */
  boolean isOver(Instant now);

  /**
   * When its capacity is wanted between two instants: disjoint, in order, cut to these.
   *
   * @param from inclusive
   * @param to exclusive
   */
  List<Span> coverage(Instant from, Instant to, Duration lead);

  /**
   * A stretch of time that is not empty.
   *
   * @param from inclusive
   * @param to exclusive
   */
  record Span(Instant from, Instant to) {
    /** What of a stretch lies between two instants. */
    static Optional<Span> between(Instant from, Instant to, Instant lowest, Instant highest) {
      Instant first = from.isBefore(lowest) ? lowest : from;
      Instant last = to.isAfter(highest) ? highest : to;
      return first.isBefore(last) ? Optional.of(new Span(first, last)) : Optional.empty();
    }
  }
}
