package io.personalizeoperator.filter;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;

/** The condition RotationBlocked: what keeps the next filter from being created. */
final class RotationBlock {
  static final String TYPE = "RotationBlocked";

  private RotationBlock() {}

  /** The condition; empty for a filter that has no schedule and is not blocked. */
  static Optional<Condition> of(FilterIntent intent, Report report) {
    Observed<?, ?> observed = intent.observed();
    Optional<Verdict> blocked = blocked(intent, report);
    boolean isScheduled = intent.wanted().schedule().cron().isPresent();
    if (blocked.isEmpty() && !isScheduled) {
      return Optional.empty();
    }
    return Optional.of(
        Conditions.one(
            observed.before().conditions(),
            TYPE,
            blocked.isPresent() ? ConditionStatus.True : ConditionStatus.False,
            blocked.map(Verdict::reason).orElse(Reason.NotBlocked),
            blocked.map(Verdict::message).orElse("Nothing blocks the rotation."),
            observed.generation(),
            observed.now()));
  }

  private static Optional<Verdict> blocked(FilterIntent intent, Report report) {
    return report.ofNext().stream()
        .flatMap(finding -> finding.verdict().stream())
        .filter(
            verdict ->
                verdict.state() == Verdict.State.STALLED
                    || verdict.reason() == Reason.QuotaExceeded)
        .findFirst()
        .or(() -> waitingForRetry(intent))
        .or(() -> invalid(intent));
  }

  private static Optional<Verdict> waitingForRetry(FilterIntent intent) {
    return intent
        .state()
        .failed()
        .filter(
            failed ->
                intent
                    .wanted()
                    .text()
                    .filter(text -> text.expression().equals(failed.expression()))
                    .isPresent())
        .map(failed -> Retries.verdict(failed, intent.isServing()));
  }

  private static Optional<Verdict> invalid(FilterIntent intent) {
    return intent
        .wanted()
        .problem()
        .filter(problem -> intent.state().serving().isPresent())
        .map(problem -> Verdict.stalled(Reason.InvalidSpec, problem, intent.isServing()));
  }
}
