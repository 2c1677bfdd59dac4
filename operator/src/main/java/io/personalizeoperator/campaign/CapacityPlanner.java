package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.CampaignSpec;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.RolloutsDuringSpikes;
import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.api.campaign.SpikeInForce;
import io.personalizeoperator.decision.LruMemo;
import io.personalizeoperator.spike.CapacityCost;
import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeProblem;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the capacity plans of all campaigns. Reading a list of spikes takes longer than all else in
 * a pass, and most campaigns keep theirs for months: what follows from a list alone is remembered.
 */
final class CapacityPlanner {
  private static final int MOST_REMEMBERED = 10_000;

  private final CapacityRules rules;
  private final LruMemo<List<Spike>, SpikeCalendar> calendars =
      new LruMemo<>(MOST_REMEMBERED, SpikeCalendar::of);
  private final LruMemo<CostQuestion, CapacityCost> costs =
      new LruMemo<>(MOST_REMEMBERED, this::answer);

  /** What a month's cost depends on. */
  private record CostQuestion(
      List<Spike> spikes, int base, LearnedLeadTime learned, YearMonth month) {}

  /**
   * Plans by these rules.
   *
   * @param rules what the operator's options say of capacity
   */
  CapacityPlanner(CapacityRules rules) {
    this.rules = rules;
  }

  CapacityRules rules() {
    return rules;
  }

  private CapacityCost answer(CostQuestion question) {
    return CapacityCost.of(
        calendars.of(question.spikes), question.base, question.learned, question.month);
  }

  /**
   * The plan of one campaign.
   *
   * @param before its status as last reported; null before the first report
   * @param learned how long its updates take
   */
  CapacityPlan plan(
      CampaignSpec spec, @Nullable CampaignStatus before, LearnedLeadTime learned, Instant now) {
    List<Spike> wanted = spec.spikes() == null ? List.of() : spec.spikes();
    List<SpikeProblem> problems = calendars.of(wanted).problems();
    List<Spike> inForce = problems.isEmpty() ? wanted : lastWithoutMistake(before, wanted);
    int maximum = rules.maximumOf(spec);
    int base = spec.minProvisionedTPS() == null ? 1 : spec.minProvisionedTPS();
    int cappedBase = Math.min(base, maximum);
    List<Spike> capped = inForce.stream().map(spike -> capped(spike, maximum)).toList();
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    return new CapacityPlan(
        calendars.of(capped),
        inForce,
        problems,
        cappedBase,
        base > maximum || inForce.stream().anyMatch(s -> s.minProvisionedTPS() > maximum),
        spec.rolloutsDuringSpikes() != RolloutsDuringSpikes.Allow,
        learned,
        costs.of(new CostQuestion(capped, cappedBase, learned, month)),
        now);
  }

  /** Without an earlier list, what is right of the new one counts. */
  private static List<Spike> lastWithoutMistake(
      @Nullable CampaignStatus before, List<Spike> wanted) {
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
}
