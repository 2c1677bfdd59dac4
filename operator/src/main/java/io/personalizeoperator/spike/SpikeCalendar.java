package io.personalizeoperator.spike;

import io.personalizeoperator.api.campaign.Spike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a list of spikes, and what is wrong with the list.
 *
 * <p>Nothing is laid out in advance: each question is answered from the spikes around the time it
 * asks for, in a few microseconds per spike. Immutable, and a function of the list alone, so that a
 * calendar can be kept for as long as its list stays the same.
 *
 * <p>Suspended spikes have no windows; their problems are reported anyway. Of spikes with the same
 * name the first counts.
 */
public final class SpikeCalendar {
  private static final int MOST_WITHOUT_A_GAP = 1_000;

  private final List<PlannedSpike> spikes;
  private final List<SpikeProblem> problems;

  private SpikeCalendar(List<PlannedSpike> spikes, List<SpikeProblem> problems) {
    this.spikes = List.copyOf(spikes);
    this.problems = List.copyOf(problems);
  }

  /**
   * Reads a list of spikes.
   *
   * @param spikes as in the manifest; null is none
   */
  public static SpikeCalendar of(@Nullable List<Spike> spikes) {
    List<PlannedSpike> planned = new ArrayList<>();
    List<SpikeProblem> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Spike spike : spikes == null ? List.<Spike>of() : spikes) {
      try {
        PlannedSpike read = SpikeReader.read(spike);
        if (!names.add(read.name())) {
          problems.add(SpikeProblem.of(read.name(), "name", "each spike must have a unique name"));
        } else if (!spike.suspended()) {
          planned.add(read);
        }
      } catch (InvalidSpikeException e) {
        problems.add(e.problem());
      }
    }
    return new SpikeCalendar(planned, problems);
  }

  /** What is wrong, in the order of the list, one for each spike that is left out for it. */
  public List<SpikeProblem> problems() {
    return problems;
  }

  /**
   * The minProvisionedTPS that is wanted now: the highest of the base and of all windows that have
   * reached their raise and not their end.
   *
   * @param base requests per second outside all windows, at least
   * @param learned how long updates take
   */
  public int wanted(int base, Instant now, LearnedLeadTime learned) {
    return activeWindows(now, learned)
        .mapToInt(SpikeWindow::minProvisionedTPS)
        .reduce(base, Math::max);
  }

  /**
   * The window, between its raise and its end, whose value counts now: of several the highest, even
   * when it is below the base. When a spike overlaps itself, its window that ends last.
   */
  public Optional<SpikeWindow> active(Instant now, LearnedLeadTime learned) {
    return activeWindows(now, learned).min(SpikeWindow.BY_PRECEDENCE);
  }

  /**
   * The first start of the windows, between raise and end, that are not served yet.
   *
   * @param tps requests per second that are provisioned, or will be soon
   */
  public Optional<Instant> neededBy(int tps, Instant now, LearnedLeadTime learned) {
    return activeWindows(now, learned)
        .filter(window -> window.minProvisionedTPS() > tps)
        .map(SpikeWindow::start)
        .min(Comparator.naturalOrder());
  }

  /**
   * The same with all windows whose raise comes before an update that is sent now has ended: AWS
   * takes one at a time.
   *
   * @param base requests per second outside all windows, at least
   * @param learned how long updates take
   */
  public int wantedSoon(int base, Instant now, LearnedLeadTime learned) {
    return nearWindows(now, learned)
        .mapToInt(SpikeWindow::minProvisionedTPS)
        .reduce(base, Math::max);
  }

  /**
   * The window that keeps a rollout waiting: that of {@link #active}, or else one whose raise an
   * update that is sent now would keep waiting.
   */
  public Optional<SpikeWindow> freezing(Instant now, LearnedLeadTime learned) {
    return active(now, learned).or(() -> nearWindows(now, learned).min(SpikeWindow.BY_PRECEDENCE));
  }

  /**
   * The first instant from now on at which no window is {@link #freezing}.
   *
   * @return empty when more than a thousand windows follow each other without a gap
   */
  public Optional<Instant> nextGap(Instant now, LearnedLeadTime learned) {
    Instant from = now;
    for (int i = 0; i < MOST_WITHOUT_A_GAP; i++) {
      Optional<Instant> end =
          nearWindows(from, learned).map(SpikeWindow::end).max(Comparator.naturalOrder());
      if (end.isEmpty()) {
        return Optional.of(from);
      }
      from = end.get();
    }
    return Optional.empty();
  }

  /**
   * The first instant after now at which a window is raised, starts or ends, or at which its raise
   * is an update away. Until then {@link #wanted}, {@link #active}, {@link #wantedSoon}, {@link
   * #freezing} and the windows to come stay the same.
   */
  public Optional<Instant> nextChange(Instant now, LearnedLeadTime learned) {
    Duration update = learned.nextUpdate();
    return spikes.stream()
        .flatMap(
            spike -> {
              Duration lead = lead(spike, learned);
              return Stream.of(lead, lead.plus(update)).map(time -> spike.nextChange(now, time));
            })
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /**
   * The first windows that end after now, in order of start, those under way included.
   *
   * @param most how many at most
   */
  public List<SpikeWindow> occurrences(Instant now, LearnedLeadTime learned, int most) {
    return spikes.stream()
        .flatMap(spike -> spike.occurrences(now, lead(spike, learned), most).stream())
        .sorted(SpikeWindow.IN_ORDER)
        .limit(most)
        .toList();
  }

  /** The first window that starts after now. */
  public Optional<SpikeWindow> nextStart(Instant now, LearnedLeadTime learned) {
    return spikes.stream()
        .flatMap(spike -> spike.nextStart(now, lead(spike, learned)).stream())
        .min(SpikeWindow.IN_ORDER);
  }

  /** The names of the spikes whose only window is over, in the order of the list. */
  public List<String> over(Instant now) {
    return spikes.stream().filter(spike -> spike.isOver(now)).map(PlannedSpike::name).toList();
  }

  /** The spikes to come that are raised earlier than the user asked for, with their leads. */
  public List<LongerLead> longerLeads(Instant now, LearnedLeadTime learned) {
    return spikes.stream()
        .filter(spike -> spike.nextStart(now, lead(spike, learned)).isPresent())
        .filter(spike -> learned.leadFor(spike.leadTime()).longerThanAsked())
        .map(spike -> new LongerLead(spike.name(), spike.leadTime(), lead(spike, learned)))
        .toList();
  }

  List<PlannedSpike> spikes() {
    return spikes;
  }

  static Duration lead(PlannedSpike spike, LearnedLeadTime learned) {
    return learned.leadFor(spike.leadTime()).time();
  }

  private Stream<SpikeWindow> activeWindows(Instant now, LearnedLeadTime learned) {
    return spikes.stream().flatMap(spike -> spike.active(now, lead(spike, learned)).stream());
  }

  /** Active windows, and those whose raise is less than an update away. */
  private Stream<SpikeWindow> nearWindows(Instant now, LearnedLeadTime learned) {
    Duration update = learned.nextUpdate();
    return spikes.stream()
        .flatMap(spike -> spike.active(now, lead(spike, learned).plus(update)).stream());
  }

  /**
   * A spike that is raised earlier than asked because recent updates took longer.
   *
   * @param spike its name
   * @param asked its leadTime
   * @param lead how long before each start it is raised
   */
  public record LongerLead(String spike, Duration asked, Duration lead) {}
}
