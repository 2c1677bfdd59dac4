package io.personalizeoperator.spike;

import io.personalizeoperator.schedule.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A spike with a window of the same length at each run of a cron entry. Windows may overlap. All
 * are equally long, so that raises, starts and ends come in the same order, and a question takes a
 * few looks at the schedule, however many windows are under way.
 *
 * @param starts when windows start
 * @param duration how long each lasts, in real time; more than 0, at most 31 days
 */
record RecurringSpike(
    String name, int minProvisionedTPS, Duration leadTime, CronSchedule starts, Duration duration)
    implements PlannedSpike {
  private SpikeWindow window(Instant start, Duration lead) {
    return new SpikeWindow(name, start.minus(lead), start, start.plus(duration), minProvisionedTPS);
  }

  @Override
  public Optional<SpikeWindow> active(Instant now, Duration lead) {
    return starts
        .latest(now.plus(lead))
        .map(start -> window(start, lead))
        .filter(window -> window.isActive(now));
  }

  @Override
  public Optional<Instant> nextChange(Instant now, Duration lead) {
    return Stream.of(
            starts.next(now.plus(lead)).map(start -> start.minus(lead)),
            starts.next(now),
            starts.next(now.minus(duration)).map(start -> start.plus(duration)))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<SpikeWindow> occurrences(Instant now, Duration lead, int most) {
    List<SpikeWindow> windows = new ArrayList<>();
    Optional<Instant> start = starts.next(now.minus(duration));
    while (windows.size() < most && start.isPresent()) {
      windows.add(window(start.get(), lead));
      start = starts.next(start.get());
    }
    return windows;
  }

  @Override
  public Optional<SpikeWindow> nextStart(Instant now, Duration lead) {
    return starts.next(now).map(start -> window(start, lead));
  }

  @Override
  public boolean isOver(Instant now) {
    return false;
  }

  @Override
  public List<Span> coverage(Instant from, Instant to, Duration lead) {
    List<Span> spans = new ArrayList<>();
    Optional<Instant> start = starts.next(from.minus(duration));
    while (start.isPresent() && start.get().minus(lead).isBefore(to)) {
      Instant end = endOfRun(start.get(), to, lead);
      Span.between(start.get().minus(lead), end, from, to).ifPresent(spans::add);
      start = starts.next(end.plus(lead));
    }
    return spans;
  }

  /**
   * When the windows end that follow on one another without a pause, from the one that starts at an
   * instant; or, of these, the end of some window that is not before {@code enough}.
   */
  private Instant endOfRun(Instant start, Instant enough, Duration lead) {
    Instant end = start.plus(duration);
    while (end.isBefore(enough)) {
      Instant later = starts.latest(end.plus(lead)).orElse(start).plus(duration);
      if (!later.isAfter(end)) {
        break;
      }
      end = later;
    }
    return end;
  }
}
