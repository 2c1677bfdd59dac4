package io.personalizeoperator.spike;

import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.schedule.CronOracle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Lays out all windows of valid spikes in a stretch of time, by looks at the clock each minute. */
final class SpikeOracle {
  private final Instant from;
  private final Instant to;
  private final List<SpikeWindow> windows = new ArrayList<>();

  /**
   * Lays out the windows that start in a stretch of time.
   *
   * @param lead minutes of lead, the same for all
   */
  SpikeOracle(List<Spike> spikes, Duration lead, Instant from, Instant to) {
    this.from = from;
    this.to = to;
    for (Spike spike : spikes) {
      if (!spike.suspended()) {
        add(spike, lead);
      }
    }
  }

  private void add(Spike spike, Duration lead) {
    ZoneId zone = ZoneId.of(spike.timeZone());
    if (spike.cron() == null) {
      Instant start = firstReached(LocalDateTime.parse(spike.start()), zone);
      add(
          spike,
          lead,
          start,
          spike.end() == null
              ? start.plus(duration(spike))
              : reachedForGood(LocalDateTime.parse(spike.end()), zone));
    } else {
      for (Instant start : new CronOracle(spike.cron(), zone).runs(from, to)) {
        add(spike, lead, start, start.plus(duration(spike)));
      }
    }
  }

  private void add(Spike spike, Duration lead, Instant start, Instant end) {
    windows.add(
        new SpikeWindow(spike.name(), start.minus(lead), start, end, spike.minProvisionedTPS()));
  }

  private Instant firstReached(LocalDateTime time, ZoneId zone) {
    Instant now = from;
    while (LocalDateTime.ofInstant(now, zone).isBefore(time)) {
      now = now.plus(1, ChronoUnit.MINUTES);
    }
    return now;
  }

  private Instant reachedForGood(LocalDateTime time, ZoneId zone) {
    Instant now = to;
    while (!LocalDateTime.ofInstant(now.minus(1, ChronoUnit.MINUTES), zone).isBefore(time)) {
      now = now.minus(1, ChronoUnit.MINUTES);
    }
    return now;
  }

  private static Duration duration(Spike spike) {
    return Duration.parse("PT" + spike.duration());
  }

  int wanted(int base, Instant now) {
    int wanted = base;
    for (SpikeWindow window : windows) {
      if (!now.isBefore(window.raise()) && now.isBefore(window.end())) {
        wanted = Math.max(wanted, window.minProvisionedTPS());
      }
    }
    return wanted;
  }

  /** All that can be told of an instant: which windows are raised, and which have started. */
  BitSet stateAt(Instant now) {
    BitSet state = new BitSet();
    for (int i = 0; i < windows.size(); i++) {
      SpikeWindow window = windows.get(i);
      if (!now.isBefore(window.raise()) && now.isBefore(window.end())) {
        state.set(now.isBefore(window.start()) ? 2 * i : 2 * i + 1);
      }
    }
    return state;
  }

  List<SpikeWindow> occurrences(Instant now) {
    return windows.stream()
        .filter(window -> window.end().isAfter(now))
        .sorted(SpikeWindow.IN_ORDER)
        .toList();
  }
}
