package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.RevisionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status of a filter. */
final class FilterReport {
  private final FilterIntent intent;
  private final FilterState state;
  private final Report report;

  FilterReport(FilterIntent intent, Report report) {
    this.intent = intent;
    this.state = intent.state();
    this.report = report;
  }

  FilterStatus status() {
    LifecycleStatus common = report.common();
    List<Condition> conditions = new ArrayList<>(common.conditions());
    RotationBlock.of(intent, report).ifPresent(conditions::add);
    List<RetiringFilter> retiring = retiring();
    return new FilterStatus(
        common.withConditions(conditions),
        current(common).orElse(null),
        state.next().map(this::next).orElse(null),
        retiring.isEmpty() ? null : retiring,
        failed(),
        state.lastRotation(),
        intent.wanted().schedule().next(intent.observed().now()).orElse(null));
  }

  private Optional<CurrentFilter> current(LifecycleStatus common) {
    if (!intent.observed().snapshot().synced()) {
      return Optional.ofNullable(intent.observed().resource().getStatus())
          .flatMap(before -> Optional.ofNullable(before.current()));
    }
    return intent
        .observed()
        .live()
        .filter(live -> live.isActive() && live.arn().equals(common.arn()))
        .filter(live -> !state.isCreating())
        .flatMap(this::current)
        .or(() -> vanished(common));
  }

  /** One that vanished is made again as it was, with its tick, until another one serves. */
  private Optional<CurrentFilter> vanished(LifecycleStatus common) {
    FilterStatus before = intent.observed().resource().getStatus();
    return intent.observed().live().isPresent() || before == null
        ? Optional.empty()
        : Optional.ofNullable(before.current())
            .filter(current -> current.tick() != null && current.arn().equals(common.arn()));
  }

  private Optional<CurrentFilter> current(RemoteResource<String> live) {
    Optional<Serving> serving = state.serving();
    String details = live.details();
    return Optional.ofNullable(details)
        .or(() -> serving.map(Serving::expression))
        .map(
            expression ->
                new CurrentFilter(
                    intent.observed().revision().name(),
                    live.arn(),
                    expression,
                    serving.map(Serving::since).orElse(live.summary().created()),
                    serving.map(Serving::tick).or(() -> tickOf(expression)).orElse(null)));
  }

  /** Of one that was made again after it had vanished. */
  private Optional<Instant> tickOf(String expression) {
    return intent
        .wanted()
        .text()
        .filter(text -> text.expression().equals(expression))
        .map(FilterText::tick);
  }

  private NextFilter next(NextFilter next) {
    RevisionRecord record = record(next.name());
    return new NextFilter(
        next.name(),
        next.expression(),
        next.tick(),
        record.arn(),
        record.created(),
        record.awsStatus(),
        record.ownership(),
        record.tagKeys());
  }

  private RevisionRecord record(String name) {
    for (int i = 0; i < report.records().size(); i++) {
      if (intent.observed().revisions().get(i).name().equals(name)) {
        return report.records().get(i);
      }
    }
    return RevisionRecord.NONE;
  }

  private List<RetiringFilter> retiring() {
    Retirement retirement = new Retirement(intent);
    return state.retiring().stream().map(this::recorded).map(retirement::dated).toList();
  }

  private RetiringFilter recorded(RetiringFilter filter) {
    RevisionRecord record = record(filter.name());
    return new RetiringFilter(
        filter.name(), record.arn(), record.created(), record.ownership(), filter.deleteAfter());
  }

  /** What failed is of no interest once another expression is wanted. */
  private @Nullable FailedFilter failed() {
    return state
        .failed()
        .filter(
            failed ->
                intent
                    .wanted()
                    .text()
                    .map(text -> text.expression().equals(failed.expression()))
                    .orElse(true))
        .orElse(null);
  }
}
