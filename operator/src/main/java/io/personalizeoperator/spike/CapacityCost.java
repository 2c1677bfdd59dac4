package io.personalizeoperator.spike;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * What minProvisionedTPS provisions in a calendar month (UTC, as AWS bills), projected from the
 * base and the windows as they now stand: at each instant the wanted value, from raise to end. One
 * TPS-hour is one request per second, provisioned for an hour. AWS bills the higher of this and of
 * the actual traffic, in steps of 5 minutes: it is the least that is paid for.
 *
 * <p>A sum over whole seconds, without rounding. It does not depend on the time of the question
 * within the month.
 *
 * @param month the month
 * @param tpsSeconds TPS-seconds in all; 3,600 are a TPS-hour
 * @param spikes what each spike adds to the base, in the order of the list. Where several are
 *     active at once, the highest has it all (of equals, the first of the list), so that base and
 *     spikes add up to the whole
 */
public record CapacityCost(YearMonth month, long tpsSeconds, List<SpikeCost> spikes) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** TPS-hours in all. */
  public double tpsHours() {
    return tpsSeconds / SECONDS_PER_HOUR;
  }

  /**
   * Projects a month.
   *
   * @param base requests per second outside all windows, at least
   * @param learned how long updates take
   */
  public static CapacityCost of(
      SpikeCalendar calendar, int base, LearnedLeadTime learned, YearMonth month) {
    Instant from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    TreeSet<Instant> edges = new TreeSet<>(List.of(from, to));
    List<Course> courses = new ArrayList<>();
    for (PlannedSpike spike : calendar.spikes()) {
      List<PlannedSpike.Span> spans = spike.coverage(from, to, SpikeCalendar.lead(spike, learned));
      spans.forEach(span -> edges.addAll(List.of(span.from(), span.to())));
      courses.add(new Course(spike, spans));
    }
    Iterator<Instant> following = edges.iterator();
    Instant edge = following.next();
    while (following.hasNext()) {
      Instant next = following.next();
      addToHighest(courses, base, edge, next);
      edge = next;
    }
    List<SpikeCost> costs = courses.stream().map(Course::cost).toList();
    long baseSeconds = base * (to.getEpochSecond() - from.getEpochSecond());
    return new CapacityCost(
        month, baseSeconds + costs.stream().mapToLong(SpikeCost::tpsSeconds).sum(), costs);
  }

  private static void addToHighest(List<Course> courses, int base, Instant from, Instant to) {
    Course highest = null;
    for (Course course : courses) {
      if (course.covers(from)
          && course.minProvisionedTPS() > (highest == null ? base : highest.minProvisionedTPS())) {
        highest = course;
      }
    }
    if (highest != null) {
      highest.add(
          (long) (highest.minProvisionedTPS() - base)
              * (to.getEpochSecond() - from.getEpochSecond()));
    }
  }

  /**
   * What a spike adds to the base in the month.
   *
   * @param spike its name
   * @param tpsSeconds TPS-seconds above the base
   */
  public record SpikeCost(String spike, long tpsSeconds) {
    /** TPS-hours above the base. */
    public double tpsHours() {
      return tpsSeconds / SECONDS_PER_HOUR;
    }
  }

  /** One spike on the way through the month: instants are asked for in order. */
  private static final class Course {
    private final PlannedSpike spike;
    private final List<PlannedSpike.Span> spans;
    private int position;
    private long tpsSeconds;

    Course(PlannedSpike spike, List<PlannedSpike.Span> spans) {
      this.spike = spike;
      this.spans = spans;
    }

    int minProvisionedTPS() {
      return spike.minProvisionedTPS();
    }

    boolean covers(Instant instant) {
      while (position < spans.size() && !spans.get(position).to().isAfter(instant)) {
        position++;
      }
      return position < spans.size() && !spans.get(position).from().isAfter(instant);
    }

    void add(long amount) {
      tpsSeconds += amount;
    }

    SpikeCost cost() {
      return new SpikeCost(spike.name(), tpsSeconds);
    }
  }
}
