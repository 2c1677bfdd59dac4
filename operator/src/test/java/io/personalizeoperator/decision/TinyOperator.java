package io.personalizeoperator.decision;

import io.personalizeoperator.account.OpenView;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.testing.Observation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * The passes of the operator over one custom resource, in one thread: observe, decide, act, report,
 * as a pass does it.
 */
final class TinyOperator {
  private static final String GROUP = "filter/recent";
  private static final Wakeable NOBODY = () -> {};

  /** Only its groups matter; the test feeds the view. */
  private static final RemoteKind<String> KIND =
      new RemoteKind<>() {
        @Override
        public String type() {
          return "filter";
        }

        @Override
        public Page<String> list(PersonalizeClient client, String nextToken) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Described<String> describe(PersonalizeClient client, String arn) {
          throw new UnsupportedOperationException();
        }
      };

  private final LifecycleDecider<Filter, String> decider;
  private final PlainKind kind;
  private final FaultyAws aws;
  final Filter resource;
  private OpenView<String> view;
  private Attempts attempts;
  boolean finished;

  TinyOperator(PlainKind kind, FaultyAws aws, Filter resource) {
    this.decider = new LifecycleDecider<>(kind);
    this.aws = aws;
    this.kind = kind;
    this.resource = resource;
    crash();
  }

  /** A new process: all is forgotten but the status. */
  void crash() {
    view = new OpenView<>(KIND, () -> aws.now);
    view.view().watch(GROUP, NOBODY);
    attempts = Attempts.NONE;
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
   */
  void pass(boolean crashes) {
    LifecycleStatus before = resource.lifecycle();
    Set<Action.Key> tried = new HashSet<>();
    boolean acted = false;
    while (true) {
      Observed<Filter, String> observed = observe(before);
      Decision decision = decider.decide(observed);
      Action action = decision.action().orElse(null);
      boolean over =
          action == null
              || action instanceof Action.RemoveFinalizer
              || (action.isMutating() ? acted : !tried.add(action.key()));
      if (over) {
        finished = action instanceof Action.RemoveFinalizer;
        decision.status().ifPresent(status -> resource.setStatus((FilterStatus) status));
        return;
      }
      before = act(observed, action);
      if (crashes && action.isMutating()) {
        crash();
        return;
      }
      acted |= action.isMutating();
    }
  }

  private Observed<Filter, String> observe(LifecycleStatus before) {
    return new Observed<>(
        resource,
        before,
        aws.now,
        List.of(),
        List.of(revision()),
        Map.of(),
        List.of(),
        List.of(),
        Publication.UNKNOWN,
        Optional.of(Observation.ACCOUNT),
        Optional.of(Observation.REGION),
        Recent.OWNER,
        attempts,
        List.of(),
        Observation.STARTED);
  }

  private Revision<String> revision() {
    RevisionPlan plan = kind.revisions(resource, List.of()).getFirst();
    Snapshot<String> snapshot = view.view().watch(GROUP, NOBODY);
    return new Revision<>(plan, snapshot, snapshot.newest());
  }

  private LifecycleStatus act(Observed<Filter, String> observed, Action action) {
    try {
      run(action);
      attempts = attempts.succeeded(action.key());
    } catch (AwsCallException e) {
      attempts = attempts.failed(action.key(), observed.generation(), e.failure(), aws.now, false);
    }
    return observed.before();
  }

  private void run(Action action) throws AwsCallException {
    switch (action) {
      case Action.Create create -> create(create);
      case Action.Delete delete -> delete(delete);
      case Action.Tag tag -> tag(tag);
      case Action.ReadTags read -> readTags(read.arn());
      case Action.ReadDetails read -> describe(read.arn());
      default -> throw new AssertionError("Not expected: " + action);
    }
  }

  private void create(Action.Create create) throws AwsCallException {
    try {
      aws.create(create.tags());
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.EXISTS) {
        describe(Recent.ARN);
      }
      view.view().doubtAbsence(GROUP);
      throw e;
    }
    view.view().created(Recent.ARN, null, resource.getMetadata().getUid(), create.tags());
  }

  private void delete(Action.Delete delete) throws AwsCallException {
    try {
      aws.delete();
      view.view().deleted(delete.arn());
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      describe(delete.arn());
    }
  }

  private void tag(Action.Tag tag) throws AwsCallException {
    Map<String, String> after = new HashMap<>(tag.before());
    after.putAll(tag.set());
    aws.tag(after);
    view.view().tagged(tag.arn(), after);
  }

  private void readTags(String arn) throws AwsCallException {
    try {
      view.view().tagged(arn, aws.tags());
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.GONE) {
        describe(arn);
      }
      throw e;
    }
  }

  private void describe(String arn) throws AwsCallException {
    try {
      view.described(aws.describe());
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      view.notFound(arn);
    }
  }
}
