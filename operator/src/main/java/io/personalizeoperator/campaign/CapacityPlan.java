package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.RolloutsDuringSpikes;
import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.api.campaign.SpikeInForce;
import io.personalizeoperator.spike.CapacityCost;
import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeProblem;
import io.personalizeoperator.spike.SpikeWindow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How much capacity a campaign shall have and when that changes: a function of its manifest, of
 * what its last updates took, and of the time.
 *
 * @param calendar the windows in force
 * @param capped the spikes of the calendar: none above the maximum
 * @param spikes the list that is in force: the manifest's, or while that has a mistake the last one
 *     without
 * @param problems what is wrong with the manifest's list
 * @param base requests per second outside all windows, at least
 * @param isCapped whether the maximum takes something off the base or a spike
 * @param freezes whether new solution versions wait while a window is active
 * @param learned how long updates take
 * @param now the time that it is made for
 */
record CapacityPlan(
    SpikeCalendar calendar,
    List<Spike> capped,
    List<Spike> spikes,
    List<SpikeProblem> problems,
    int base,
    boolean isCapped,
    boolean freezes,
    LearnedLeadTime learned,
    Instant now) {
  private static final int MOST_REMEMBERED = 10_000;

  /** Reading a list takes longer than all else in a pass; most campaigns keep theirs for months. */
  private static final LruMemo<List<Spike>, SpikeCalendar> CALENDARS =
      new LruMemo<>(MOST_REMEMBERED, SpikeCalendar::of);

  private static final LruMemo<CostQuestion, CapacityCost> COSTS =
      new LruMemo<>(MOST_REMEMBERED, CostQuestion::answer);

  /** What a month's cost depends on. */
  private record CostQuestion(
      List<Spike> spikes, int base, LearnedLeadTime learned, YearMonth month) {
    CapacityCost answer() {
      return CapacityCost.of(CALENDARS.of(spikes), base, learned, month);
    }
  }

  static CapacityPlan of(
      CampaignSpec spec,
      CampaignStatus before,
      LearnedLeadTime learned,
      CapacityRules rules,
      Instant now) {
    List<Spike> wanted = spec.spikes() == null ? List.of() : spec.spikes();
    List<SpikeProblem> problems = CALENDARS.of(wanted).problems();
    List<Spike> inForce = problems.isEmpty() ? wanted : lastWithoutMistake(before, wanted);
    int maximum = rules.maximumOf(spec);
    int base = spec.minProvisionedTPS() == null ? 1 : spec.minProvisionedTPS();
    List<Spike> capped = inForce.stream().map(spike -> capped(spike, maximum)).toList();
    return new CapacityPlan(
        CALENDARS.of(capped),
        capped,
        inForce,
        problems,
        Math.min(base, maximum),
        base > maximum || inForce.stream().anyMatch(s -> s.minProvisionedTPS() > maximum),
        spec.rolloutsDuringSpikes() != RolloutsDuringSpikes.Allow,
        learned,
        now);
  }

  /** Without an earlier list, what is right of the new one counts. */
  private static List<Spike> lastWithoutMistake(CampaignStatus before, List<Spike> wanted) {
    return before == null || before.spikesInForce() == null
        ? wanted.stream().filter(s -> SpikeCalendar.of(List.of(s)).problems().isEmpty()).toList()
        : before.spikesInForce().stream().map(SpikeInForce::toSpike).toList();
  }

  private static Spike capped(Spike spike, int maximum) {
    return spike.minProvisionedTPS() <= maximum
        ? spike
        : new Spike(
            spike.name(),
            spike.start(),
            spike.end(),
            spike.duration(),
            spike.cron(),
            spike.timeZone(),
            maximum,
            spike.leadTime(),
            spike.suspend());
  }

  /** Requests per second that shall be provisioned now, at least. */
  int wanted() {
    return calendar.wanted(base, now, learned);
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

  /** Whether a new solution version has to wait now. */
  boolean isFrozen() {
    return freezes && calendar.inWindow(now, learned);
  }

  /** When the windows under way, and those that follow without a gap, are over. */
  Optional<Instant> thaw() {
    return calendar.nextGap(now, learned);
  }

  /** When any of this changes. */
  Optional<Instant> nextChange() {
    return calendar.nextChange(now, learned);
  }

  /** What the capacity of the current month (UTC) comes to. */
  CapacityCost cost() {
    return COSTS.of(
        new CostQuestion(capped, base, learned, YearMonth.from(now.atZone(ZoneOffset.UTC))));
  }

  /** The next ten windows, those under way included. */
  List<SpikeWindow> upcoming() {
    return calendar.occurrences(now, learned, 10);
  }
}
