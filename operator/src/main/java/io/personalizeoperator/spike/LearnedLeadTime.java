package io.personalizeoperator.spike;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long the last updates took, and so how long before a start the next one has to be sent: as
 * long as the longest of them, when that is more than the lead time that the user asked for, but at
 * most twice the latter.
 *
 * @param lastUpdates durations of the last updates, latest last, in whole seconds (a begun second
 *     counts); at most {@link #KEPT}
 */
public record LearnedLeadTime(List<Duration> lastUpdates) {
  /** So many updates are remembered. */
  public static final int KEPT = 5;

  /**
   * What an update is taken to last before any was seen: the slower end of the 5 to 10 minutes that
   * AWS needs to add capacity, and half as much again.
   */
  static final Duration UNSEEN = Duration.ofMinutes(15);

  /** Nothing is known of earlier updates. */
  public static final LearnedLeadTime NONE = new LearnedLeadTime(List.of());

  public LearnedLeadTime {
    lastUpdates =
        lastUpdates.stream()
            .filter(Duration::isPositive)
            .map(LearnedLeadTime::inSeconds)
            .skip(Math.max(0, lastUpdates.stream().filter(Duration::isPositive).count() - KEPT))
            .toList();
  }

  /** With one more update; the oldest is forgotten when there are too many. */
  public LearnedLeadTime plus(Duration update) {
    List<Duration> all = new ArrayList<>(lastUpdates);
    all.add(update);
    return new LearnedLeadTime(all);
  }

  /** As {@link #plus}, but the longest is not forgotten: what it has raised stays raised. */
  public LearnedLeadTime plusKeepingLongest(Duration update) {
    List<Duration> all = new ArrayList<>(lastUpdates);
    if (all.size() == KEPT) {
      int longest = all.indexOf(Collections.max(all));
      all.remove(longest == 0 ? 1 : 0);
    }
    all.add(update);
    return new LearnedLeadTime(all);
  }

  /** How long an update that is sent now may keep the next one waiting. */
  public Duration nextUpdate() {
    return lastUpdates.isEmpty() ? UNSEEN : Collections.max(lastUpdates);
  }

  /** The lead to use where the user asked for another. */
  public Lead leadFor(Duration asked) {
    Duration longest = lastUpdates.isEmpty() ? Duration.ZERO : nextUpdate();
    Duration most = asked.multipliedBy(2);
    Duration lead = longest.compareTo(most) < 0 ? longest : most;
    return lead.compareTo(asked) > 0 ? new Lead(lead, true) : new Lead(asked, false);
  }

  private static Duration inSeconds(Duration duration) {
    return Duration.ofSeconds(duration.plusNanos(999_999_999).toSeconds());
  }

  /**
   * How long before the start of a window its capacity is raised.
   *
   * @param time the lead
   * @param longerThanAsked whether it is longer than the spike's leadTime, since updates took long
   */
  public record Lead(Duration time, boolean longerThanAsked) {}
}
