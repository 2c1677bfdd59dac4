package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.ratelimit.CallOrder;
import io.personalizeoperator.status.StatusWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One pass for any kind: observe, decide, act, report. A pass acts once; what it did is observed
 * and decided upon before it is reported, so that one status write tells the outcome. A pass whose
 * call has to wait for the rate limit ends: when its turn has come another one decides anew.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public abstract class LifecycleReconciler<R extends PersonalizeResource<?, ?>, D>
    implements Reconciler<R>, Cleaner<R> {
  /** How long to wait when AWS's answer did not tell what was asked. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final Kind<R, D> kind;
  private final ReconcilerDependencies dependencies;
  private final LifecycleDecider<R, D> decider;
  private final ActionRunner<R, D> runner;
  private final Observer<R, D> observer;
  private final StatusWriter statusWriter;
  private final Finalizer finalizer;
  private final WakeUps<R> wakeUps;
  private final RecentWrites<R> recentWrites = new RecentWrites<>();
  private final Map<ResourceID, Attempt> attempts = new ConcurrentHashMap<>();

  /**
   * A reconciler of one kind.
   *
   * @param kind what differs from kind to kind
   * @param dependencies what every reconciler works with
   */
  protected LifecycleReconciler(Kind<R, D> kind, ReconcilerDependencies dependencies) {
    this.kind = kind;
    this.dependencies = dependencies;
    this.decider = new LifecycleDecider<>(kind.decider());
    this.runner =
        new ActionRunner<>(
            kind,
            dependencies.account(),
            new ConfigMapPublisher(dependencies.client()),
            dependencies.events());
    this.wakeUps =
        new WakeUps<>(
            kind.type(),
            dependencies.alarms(),
            dependencies.graph(),
            recentWrites::seen,
            this::forget);
    this.observer = new Observer<>(kind, dependencies, wakeUps);
    this.statusWriter = new StatusWriter(dependencies.client());
    this.finalizer = new Finalizer(dependencies.client());
  }

  @Override
  public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
    dependencies.graph().add(kind, context.getPrimaryCache(), wakeUps);
    return List.of(wakeUps);
  }

  @Override
  public UpdateControl<R> reconcile(R resource, Context<R> context) {
    if (dependencies.gate().isOpen()) {
      pass(recentWrites.newest(resource), context);
    }
    return UpdateControl.noUpdate();
  }

  @Override
  public DeleteControl cleanup(R resource, Context<R> context) {
    R newest = recentWrites.newest(resource);
    boolean done =
        dependencies.gate().isOpen()
            && pass(newest, context)
                .action()
                .filter(Action.RemoveFinalizer.class::isInstance)
                .isPresent();
    if (done) {
      finalizer.remove(newest, context.getControllerConfiguration().getFinalizerName());
    }
    return DeleteControl.noFinalizerRemoval();
  }

  /**
   * A pass has reported; for what a kind shows beside its status.
   *
   * @param resource the custom resource
   * @param status as reported
   */
  protected void onReported(R resource, CommonStatus status) {}

  /**
   * The custom resource is gone from Kubernetes.
   *
   * @param resource as it was last
   */
  protected void onDeleted(R resource) {}

  private void forget(R resource) {
    ResourceID id = ResourceID.fromResource(resource);
    observer.forget(resource);
    dependencies.account().connection().leave(wakeUps.watcher(id));
    wakeUps.forget(id);
    recentWrites.forget(id);
    attempts.remove(id);
    onDeleted(resource);
  }

  private Decision pass(R resource, Context<R> context) {
    ResourceID id = ResourceID.fromResource(resource);
    LifecycleStatus before = resource.lifecycle();
    Set<String> tried = new HashSet<>();
    boolean acted = false;
    while (true) {
      Observed<R, D> observed =
          observer.observe(resource, before, Optional.ofNullable(attempts.get(id)));
      Decision decision = decider.decide(observed);
      Action action = decision.action().orElse(null);
      if (action == null || action instanceof Action.RemoveFinalizer) {
        return end(resource, decision, context, decision.wakeAt());
      }
      if (acted && action.isMutating()) {
        return end(resource, decision, context, Optional.of(observed.now()));
      }
      if (!action.isMutating() && !tried.add(action.key())) {
        // What was read did not answer the question: it is asked again in a while.
        Instant again = observed.now().plus(ASK_AGAIN);
        return end(resource, decision, context, decision.wakeAt().or(() -> Optional.of(again)));
      }
      if (action.callsAws() && !isAdmitted(id, action, decision.neededBy())) {
        return queueCall(observed, decision, context, acted);
      }
      Optional<LifecycleStatus> after = act(observed, action, id);
      if (after.isEmpty() && !acted) {
        // The operator stops, and nothing was done: it is all still there for the next start.
        return decision;
      }
      before = after.orElse(before);
      if (action.isMutating()) {
        acted = true;
        dependencies.yieldToWaiting().run();
      }
    }
  }

  /** The call stands in line, and wakes the resource in its turn; what is news is told. */
  private Decision queueCall(
      Observed<R, D> observed, Decision decision, Context<R> context, boolean acted) {
    if (acted) {
      report(observed.resource(), decision, context, decision.wakeAt());
    } else if (dependencies.gate().isOpen()) {
      reportWhileQueued(
          observed.resource(), decision, decider.whileQueued(observed, decision), context);
    }
    return decision;
  }

  private void reportWhileQueued(
      R resource, Decision decision, Decision whileQueued, Context<R> context) {
    if (whileQueued.equals(decision) && decision.notices().isEmpty()) {
      setAlarm(resource, resource.getStatus(), decision.wakeAt());
    } else {
      dependencies.yieldToWaiting().run();
      report(resource, whileQueued, context, whileQueued.wakeAt());
    }
  }

  private boolean isAdmitted(ResourceID id, Action action, Instant neededBy) {
    return dependencies
        .account()
        .connection()
        .admits(CallOrder.of(action.priority(), neededBy), wakeUps.watcher(id));
  }

  private Decision end(
      R resource, Decision decision, Context<R> context, Optional<Instant> wakeAt) {
    dependencies.account().connection().leave(wakeUps.watcher(ResourceID.fromResource(resource)));
    report(resource, decision, context, wakeAt);
    return decision;
  }

  /** Empty when the operator stops before anything is done. */
  private Optional<LifecycleStatus> act(Observed<R, D> observed, Action action, ResourceID id) {
    Attempt last = attempts.get(id);
    try {
      LifecycleStatus after = runner.run(observed, action);
      if (last != null && last.action().equals(action.key())) {
        attempts.remove(id);
      }
      return Optional.of(after);
    } catch (AwsCallException e) {
      if (e.failure().equals(AwsFailure.STOPPING)) {
        return Optional.empty();
      }
      attempts.put(
          id,
          Attempt.next(
              last,
              action.key(),
              observed.generation(),
              e.failure(),
              dependencies.clock().instant()));
      return Optional.of(observed.before());
    }
  }

  private void report(R resource, Decision decision, Context<R> context, Optional<Instant> wakeAt) {
    boolean leaving =
        decision.action().filter(Action.RemoveFinalizer.class::isInstance).isPresent();
    if (!leaving) {
      decision.status().ifPresent(status -> write(resource, status, context));
    }
    decision.notices().forEach(notice -> dependencies.events().record(resource, notice));
    setAlarm(resource, decision.status().orElse(resource.getStatus()), wakeAt);
  }

  private void setAlarm(R resource, CommonStatus status, Optional<Instant> wakeAt) {
    ResourceID id = ResourceID.fromResource(resource);
    wakeAt.ifPresentOrElse(
        at -> wakeUps.wakeAt(id, at, kind.decider().neededBy(status, at)),
        () -> wakeUps.clearAlarm(id));
  }

  private void write(R resource, CommonStatus status, Context<R> context) {
    ResourceID id = ResourceID.fromResource(resource);
    wakeUps.wrote(id, status);
    statusWriter
        .write(resource, status)
        .ifPresent(answer -> recentWrites.wrote(answer, context.getPrimaryCache().get(id)));
    onReported(resource, status);
  }
}
