package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.UpdateStatus;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.TrainingCost;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the status of a solution.
 *
 * @param outlook what was trained and what is due
 * @param promotions which version campaigns follow
 */
record TrainingReport(TrainingOutlook outlook, Promotions promotions) {

  /**
   * The status of a solution that is there and ours.
   *
   * @param live the solution in AWS
   */
  SolutionStatus status(LifecycleStatus common, RemoteResource<SolutionDetails> live) {
    VersionHistory all = new VersionHistory(promotions.history());
    List<SolutionVersionStatus> kept =
        all.kept(promotions.promoted().map(promoted -> promoted.arn()).orElse(null));
    List<ScheduleStatus> schedules = outlook.schedules().status(outlook.history());
    SolutionStatus before = outlook.before();
    return new SolutionStatus(
        common.withConditions(conditions(common)),
        all.newest().orElse(null),
        promotions.promoted().orElse(null),
        promotions.held().orElse(null),
        latest(schedules, ScheduleStatus::lastScheduleTime, Comparator.naturalOrder()),
        latest(schedules, ScheduleStatus::nextScheduleTime, Comparator.reverseOrder()),
        schedules.isEmpty() ? null : schedules,
        kept.isEmpty() ? null : kept,
        answered(before),
        cost(kept),
        Optional.ofNullable(live.details())
            .map(TrainingReport::update)
            .orElse(before == null ? null : before.latestUpdate()));
  }

  /** A scheduled training does not make the solution Reconciling: it has a condition of its own. */
  private List<Condition> conditions(LifecycleStatus common) {
    List<Condition> all = new ArrayList<>(common.conditions());
    all.add(
        activity(
            Reason.Training,
            outlook.history().underWay().map(TrainingReport::underWay),
            "No training is under way."));
    all.add(
        activity(
            Reason.PromotionBlocked,
            promotions
                .blocked()
                .map(
                    version ->
                        "Version %s: %s."
                            .formatted(VersionRecords.label(version), version.message())),
            "No version is kept back by the gates."));
    return all;
  }

  /** A version that was not described yet has no mode. */
  private static String underWay(SolutionVersionStatus version) {
    String mode = version.trainingMode() == null ? "" : version.trainingMode() + " ";
    return "The %straining %s is %s."
        .formatted(mode, VersionRecords.label(version), version.status());
  }

  private Condition activity(Reason what, Optional<String> message, String idle) {
    Observed<?, ?> observed = outlook.observed();
    return Conditions.activity(
        observed.before().conditions(), what, message, idle, observed.generation(), observed.now());
  }

  /** The status of one that AWS does not have any more: its versions went with it. */
  SolutionStatus gone(LifecycleStatus common) {
    return SolutionStatus.of(common).withSchedules(outlook.schedules().status(outlook.history()));
  }

  /** The status of one that is not there, not ours, or not read yet: what was known stays. */
  SolutionStatus unread(LifecycleStatus common) {
    SolutionStatus before = outlook.before();
    List<ScheduleStatus> schedules = outlook.schedules().status(outlook.history());
    return before == null
        ? SolutionStatus.of(common).withSchedules(schedules)
        : before.with(common).withSchedules(schedules);
  }

  private @Nullable String answered(@Nullable SolutionStatus before) {
    return TrainingAnnotation.of(outlook.observed().resource())
        .filter(outlook::isAnswered)
        .map(TrainingAnnotation::recorded)
        .orElse(before == null ? null : before.lastTrainRequest());
  }

  private static @Nullable Instant latest(
      List<ScheduleStatus> schedules,
      Function<ScheduleStatus, @Nullable Instant> time,
      Comparator<Instant> order) {
    return schedules.stream().map(time).filter(Objects::nonNull).max(order).orElse(null);
  }

  /** The hours of versions that ended in this month, in UTC as AWS bills. */
  private @Nullable TrainingCost cost(List<SolutionVersionStatus> kept) {
    YearMonth month = monthOf(outlook.observed().now());
    SolutionStatus before = outlook.before();
    TrainingCost old = before == null ? null : before.cost();
    double added =
        kept.stream()
            .filter(version -> version.trainingHours() != null)
            .filter(version -> isOf(month, version.ended()))
            .filter(version -> !isCounted(version, before))
            .mapToDouble(SolutionVersionStatus::trainingHours)
            .sum();
    if (added == 0) {
      return old;
    }
    double sofar = old == null || !old.month().equals(month.toString()) ? 0 : old.trainingHours();
    return new TrainingCost(month.toString(), sofar + added);
  }

  private static boolean isOf(YearMonth month, @Nullable Instant ended) {
    return ended != null && monthOf(ended).equals(month);
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  private static boolean isCounted(SolutionVersionStatus version, @Nullable SolutionStatus before) {
    return before != null
        && before.history() != null
        && before.history().stream()
            .anyMatch(
                one -> Objects.equals(one.arn(), version.arn()) && one.trainingHours() != null);
  }

  private static @Nullable UpdateStatus update(SolutionDetails details) {
    LatestUpdate update = details.update();
    return update == null ? null : new UpdateStatus(update.status(), update.failureReason());
  }
}
