package io.personalizeoperator.filter;

import io.personalizeoperator.account.OpenView;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Publication;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;

/** The passes of the operator over one Filter, in one thread, as a pass does them. */
final class RotatingOperator {
  private static final Wakeable NOBODY = () -> {};
  private static final Duration TURN = Duration.ofMinutes(1);

  private final FilterDecider kind;
  private final LifecycleDecider<Filter, String> decider;
  private final RotatingAws aws;
  private OpenView<String> view;
  private Attempts attempts;

  /** When a creation that was refused for a quota is tried again, as the only one that waits. */
  private Optional<Instant> turn = Optional.empty();

  final Filter filter;
  final List<Notice> notices = new ArrayList<>();
  String published;
  boolean finished;
  boolean refusesToPublish;

  RotatingOperator(FilterDecider kind, RotatingAws aws, Filter filter) {
    this.kind = kind;
    this.decider = new LifecycleDecider<>(kind);
    this.aws = aws;
    this.filter = filter;
    crash();
  }

  /** A new process: all is forgotten but the status. */
  void crash() {
    view = new OpenView<>(new FilterCalls(), () -> aws.now);
    attempts = Attempts.NONE;
    turn = Optional.empty();
  }

  FilterStatus status() {
    return filter.getStatus();
  }

  /** A list, and a Describe for what is missing in it. */
  void sweep() {
    try {
      for (String missing : view.listed(aws.list())) {
        describe(missing);
      }
    } catch (AwsCallException e) {
      view.failed(e.failure());
    }
  }

  /**
   * One pass.
   *
   * @param crashes whether the process ends after the action, before the status is written
   * @return when to look again
   */
  Optional<Instant> pass(boolean crashes) {
    if (turn.filter(at -> !at.isAfter(aws.now)).isPresent()) {
      attempts = attempts.inTurn(aws.now);
      turn = Optional.empty();
    }
    LifecycleStatus before = filter.lifecycle();
    List<Outcome> outcomes = new ArrayList<>();
    boolean changed = false;
    while (true) {
      Observed<Filter, String> observed = observe(before, outcomes);
      Decision decision = decider.decide(observed);
      Action action = decision.action().orElse(null);
      boolean isLast =
          action == null
              || action instanceof Action.RemoveFinalizer
              || changed && action.isMutating();
      if (isLast) {
        finished = action instanceof Action.RemoveFinalizer;
        decision.status().ifPresent(status -> filter.setStatus((FilterStatus) status));
        notices.addAll(decision.notices());
        return action == null ? wakeAt(decision) : Optional.of(aws.now);
      }
      Outcome outcome = act(action);
      outcomes.add(outcome);
      before = outcome.reflectedIn(before);
      changed |= action.isMutating();
      if (crashes && action.isMutating()) {
        crash();
        return Optional.of(aws.now);
      }
    }
  }

  private Optional<Instant> wakeAt(Decision decision) {
    return Stream.concat(decision.wakeAt().stream(), turn.stream()).min(Comparator.naturalOrder());
  }

  private Observed<Filter, String> observe(LifecycleStatus before, List<Outcome> outcomes) {
    List<Parent> parents = new ArrayList<>();
    for (ParentReference reference : kind.references(filter)) {
      parents.add(new Parent(reference, Optional.empty()));
    }
    List<RevisionPlan> plans = kind.revisions(filter, parents, aws.now, outcomes);
    return new Observed<>(
        filter,
        before,
        aws.now,
        parents,
        plans.stream().map(this::revision).toList(),
        Map.of(),
        List.of(),
        List.of(),
        Publication.UNKNOWN,
        Optional.of(Observation.ACCOUNT),
        Optional.of(Observation.REGION),
        Observation.owner(filter),
        attempts,
        List.copyOf(outcomes),
        Observation.STARTED);
  }

  private Revision<String> revision(RevisionPlan plan) {
    Snapshot<String> snapshot =
        plan.group().map(group -> view.view().watch(group, NOBODY)).orElseGet(Snapshot::unread);
    return new Revision<>(plan, snapshot, snapshot.newest());
  }

  private Outcome act(Action action) {
    try {
      Outcome outcome = run(action);
      attempts = attempts.succeeded(action.key());
      return outcome;
    } catch (AwsCallException e) {
      AwsFailure failure = e.failure();
      attempts = attempts.failed(action.key(), generation(), failure, aws.now, false);
      if (failure.isQuota()) {
        turn = Optional.of(aws.now.plus(TURN));
      }
      return failure.kind() == FailureClass.RETRY_SOON
          ? new Outcome.Unknown(action, failure)
          : new Outcome.Refused(action, failure);
    }
  }

  private long generation() {
    return filter.getMetadata().getGeneration();
  }

  private Outcome run(Action action) throws AwsCallException {
    switch (action) {
      case Action.Create create -> {
        return create(create);
      }
      case Action.Delete delete -> delete(delete);
      case Action.ReadTags read -> readTags(read.arn());
      case Action.ReadDetails read -> describe(read.arn());
      case Action.PublishArn publish -> {
        if (refusesToPublish) {
          throw new AwsCallException(
              new AwsFailure(FailureClass.NOT_PUBLISHED, "ConfigMap", "No."), null);
        }
        published = publish.to().value();
      }
      case Action.Unpublish unpublish -> published = null;
      case Action.AnnouncePublication announce -> {
        // The status has it.
      }
      case Action.AssignRole assign -> {
        // The status has it.
      }
      default -> throw new AssertionError("Not expected: " + action);
    }
    return new Outcome.Done(action);
  }

  private Outcome create(Action.Create create) throws AwsCallException {
    String group = create.revision().group().orElseThrow();
    CreateFilterRequest request = (CreateFilterRequest) create.request();
    try {
      String arn = aws.create(request, create.tags());
      view.view()
          .created(arn, request.filterExpression(), filter.getMetadata().getUid(), create.tags());
      return new Outcome.Created(create, arn);
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.EXISTS) {
        describe(Observation.arn(group));
      }
      view.view().doubtAbsence(group);
      throw e;
    }
  }

  private void delete(Action.Delete delete) throws AwsCallException {
    try {
      aws.delete(delete.arn());
      view.view().deleted(delete.arn());
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      describe(delete.arn());
    }
  }

  private void readTags(String arn) throws AwsCallException {
    try {
      view.view().tagged(arn, aws.tags(arn));
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.GONE) {
        describe(arn);
      }
      throw e;
    }
  }

  private void describe(String arn) throws AwsCallException {
    try {
      view.described(aws.describe(arn));
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      view.notFound(arn);
    }
  }
}
