package io.personalizeoperator.spike;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A spike with a single window. */
record OneOffSpike(
    String name, int minProvisionedTPS, Duration leadTime, Instant start, Instant end)
    implements PlannedSpike {
  private SpikeWindow window(Duration lead) {
    return new SpikeWindow(name, start.minus(lead), start, end, minProvisionedTPS);
  }

  @Override
  public Optional<SpikeWindow> active(Instant now, Duration lead) {
    return Optional.of(window(lead)).filter(window -> window.isActive(now));
  }

  @Override
  public Optional<Instant> nextChange(Instant now, Duration lead) {
    return Stream.of(start.minus(lead), start, end)
        .filter(change -> change.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  @Override
  public List<SpikeWindow> occurrences(Instant now, Duration lead, int most) {
    return isOver(now) || most < 1 ? List.of() : List.of(window(lead));
  }

  @Override
  public Optional<SpikeWindow> nextStart(Instant now, Duration lead) {
    return start.isAfter(now) ? Optional.of(window(lead)) : Optional.empty();
  }

  @Override
  public boolean isOver(Instant now) {
    return !end.isAfter(now);
  }

  @Override
  public List<Span> coverage(Instant from, Instant to, Duration lead) {
    return Span.between(start.minus(lead), end, from, to).stream().toList();
  }
}
