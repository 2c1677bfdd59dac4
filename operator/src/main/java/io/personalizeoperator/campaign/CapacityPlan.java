package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.spike.CapacityCost;
import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeProblem;
import io.personalizeoperator.spike.SpikeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much capacity a campaign should have and when that changes: a function of its manifest, of
 * what its last updates took, and of the time.
 *
 * @param calendar the windows in force
 * @param spikes the list that is in force: the manifest's, or while that has a mistake the last one
 *     without
 * @param problems what is wrong with the manifest's list
 * @param base requests per second outside all windows, at least
 * @param isCapped whether the maximum takes something off the base or a spike
 * @param freezes whether new solution versions wait while a window is active
 * @param learned how long updates take
 * @param cost what the capacity of the current month (UTC) comes to
 * @param now the time that it is made for
 */
record CapacityPlan(
    SpikeCalendar calendar,
    List<Spike> spikes,
    List<SpikeProblem> problems,
    int base,
    boolean isCapped,
    boolean freezes,
    LearnedLeadTime learned,
    CapacityCost cost,
    Instant now) {

  /** Requests per second that should be provisioned now, at least. */
  int wanted() {
    return calendar.wanted(base, now, learned);
  }

  /**
   * What an update that is sent now should provision: AWS takes one at a time, so one that ends
   * after the next raise has to bring that raise along.
   */
  int wantedSoon() {
    return calendar.wantedSoon(base, now, learned);
  }

  /** Whether an update that is sent now, and does not raise, would keep a raise waiting. */
  boolean isRaiseNear() {
    return wantedSoon() > wanted();
  }

  /** What was, or was soon to be, wanted at an earlier time. */
  boolean wanted(int tps, Instant at) {
    return calendar.wanted(base, at, learned) == tps
        || calendar.wantedSoon(base, at, learned) == tps;
  }

  /** The window whose capacity is wanted now. */
  Optional<SpikeWindow> active() {
    return calendar.active(now, learned);
  }

  /** For when more than this is needed; empty where that is not for a window. */
  Optional<Instant> neededBy(int tps) {
    return calendar.neededBy(tps, now, learned);
  }

  /** The next window that has not started. */
  Optional<SpikeWindow> next() {
    return calendar.nextStart(now, learned);
  }

  /** The window for which a new solution version has to wait now. */
  Optional<SpikeWindow> freezing() {
    return freezes ? calendar.freezing(now, learned) : Optional.empty();
  }

  /** When those windows, and the ones that follow without a gap for an update, are over. */
  Optional<Instant> thaw() {
    return calendar.nextGap(now, learned);
  }

  /** When any of this changes. */
  Optional<Instant> nextChange() {
    return calendar.nextChange(now, learned);
  }

  /** The next ten windows, those under way included. */
  List<SpikeWindow> upcoming() {
    return calendar.occurrences(now, learned, 10);
  }
}
