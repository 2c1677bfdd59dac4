package io.personalizeoperator.filter;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Action.AssignRole;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.RevisionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filters in AWS that carry out a custom resource: as its status has them, with what the pass
 * has done to their roles since. While none has served yet, the next one is the one that the
 * conditions speak of.
 *
 * @param serving the one that serves
 * @param recorded what is recorded of that one; while none has served, of the next
 * @param next the one that is going to serve
 * @param retiring those that are deleted
 * @param failed the last one that failed
 * @param lastRotation when another one began to serve; null if none has
 */
record FilterState(
    Optional<Serving> serving,
    RevisionRecord recorded,
    Optional<NextFilter> next,
    List<RetiringFilter> retiring,
    Optional<FailedFilter> failed,
    @Nullable Instant lastRotation) {

  /** As the status has it, with what became of the actions of the pass. */
  static FilterState of(Filter filter, List<Outcome> outcomes) {
    FilterState state = reported(filter);
    for (Outcome outcome : outcomes) {
      if (outcome.isDone() && outcome.action() instanceof AssignRole assign) {
        state = state.after(assign);
      }
    }
    return state;
  }

  private static FilterState reported(Filter filter) {
    LifecycleStatus common = filter.lifecycle();
    FilterStatus status = Optional.ofNullable(filter.getStatus()).orElse(FilterStatus.of(common));
    Optional<Serving> serving = serving(status, common);
    boolean isOfNext = serving.isEmpty() && common.arn() == null;
    return new FilterState(
        serving,
        isOfNext ? RevisionRecord.NONE : RevisionRecord.of(common),
        Optional.ofNullable(status.next()),
        status.retiring() == null ? List.of() : status.retiring(),
        Optional.ofNullable(status.failed()),
        status.lastRotationTime());
  }

  private static Optional<Serving> serving(FilterStatus status, LifecycleStatus common) {
    CurrentFilter current = status.current();
    if (current != null) {
      return Optional.of(
          new Serving(current.name(), current.expression(), current.tick(), current.since()));
    }
    return Optional.ofNullable(common.arn())
        .map(Arn::idOf)
        .filter(name -> status.next() == null || !status.next().name().equals(name))
        .map(name -> new Serving(name, null, null, null));
  }

  /** Whether none has served yet, or serves any more, and one is on the way. */
  boolean isCreating() {
    return serving.isEmpty() && next.isPresent();
  }

  /** The same when nothing is left to do for some that retired. */
  FilterState without(Set<String> retired) {
    return new FilterState(
        serving,
        recorded,
        next,
        retiring.stream().filter(filter -> !retired.contains(filter.name())).toList(),
        failed,
        lastRotation);
  }

  private FilterState after(AssignRole assign) {
    return switch (assign.entry()) {
      case NextFilter announced ->
          new FilterState(
              serving, recorded, Optional.of(announced), retiring, failed, lastRotation);
      case CurrentFilter promoted -> promoted(assign.revision().recorded(), promoted);
      case FailedFilter failure -> withoutNext(failure.time(), Optional.of(failure));
      case RetiringFilter discarded -> retired(discarded);
      default -> throw new IllegalArgumentException("No entry of a filter: " + assign.entry());
    };
  }

  private FilterState promoted(RevisionRecord record, CurrentFilter now) {
    List<RetiringFilter> all = new ArrayList<>(retiring);
    serving.ifPresent(
        old ->
            all.add(
                new RetiringFilter(
                    old.name(), recorded.arn(), recorded.created(), recorded.ownership(), null)));
    return new FilterState(
        Optional.of(new Serving(now.name(), now.expression(), now.tick(), now.since())),
        record,
        Optional.empty(),
        List.copyOf(all),
        Optional.empty(),
        now.since());
  }

  /** The next one will not serve: it is deleted as soon as that is possible. */
  private FilterState withoutNext(Instant now, Optional<FailedFilter> failure) {
    NextFilter old = next.orElseThrow();
    boolean isRecorded = isCreating();
    return retired(
        new RetiringFilter(
            old.name(),
            isRecorded ? recorded.arn() : old.arn(),
            isRecorded ? recorded.created() : old.awsCreated(),
            isRecorded ? recorded.ownership() : old.ownership(),
            now),
        failure.or(() -> failed));
  }

  private FilterState retired(RetiringFilter filter) {
    return retired(filter, failed);
  }

  private FilterState retired(RetiringFilter filter, Optional<FailedFilter> failure) {
    List<RetiringFilter> all = new ArrayList<>(retiring);
    all.add(filter);
    boolean isNext = next.filter(n -> n.name().equals(filter.name())).isPresent();
    boolean isRecorded = isNext ? isCreating() : true;
    return new FilterState(
        isNext ? serving : Optional.empty(),
        isRecorded ? RevisionRecord.NONE : recorded,
        isNext ? Optional.empty() : next,
        List.copyOf(all),
        failure,
        lastRotation);
  }
}
