package io.personalizeoperator.lifecycle;

import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.controller.ControllerEventSource;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.status.StatusWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One pass for any kind: observe, decide, act, report. A pass acts once; what it did is observed
 * and decided upon before it is reported, so that one status write tells the outcome.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public abstract class LifecycleReconciler<R extends PersonalizeResource<?, ?>, D>
    implements Reconciler<R>, Cleaner<R> {
  private final Kind<R, D> kind;
  private final Surroundings world;
  private final LifecycleDecider<R, D> decider;
  private final ActionRunner<R, D> runner;
  private final Observer<R, D> observer;
  private final StatusWriter statusWriter;
  private final WakeUps<R> wakeUps;
  private final Map<ResourceID, Attempt> attempts = new ConcurrentHashMap<>();

  /**
   * A reconciler of one kind.
   *
   * @param kind what differs from kind to kind
   * @param world what every reconciler works with
   */
  protected LifecycleReconciler(Kind<R, D> kind, Surroundings world) {
    this.kind = kind;
    this.world = world;
    this.decider = new LifecycleDecider<>(kind.decider());
    this.runner =
        new ActionRunner<>(
            kind, world.account(), new ConfigMapPublisher(world.client()), world.events());
    this.wakeUps = new WakeUps<>(kind.type(), world.alarms(), world.graph());
    this.observer = new Observer<>(kind, world, wakeUps);
    this.statusWriter = new StatusWriter(world.client());
  }

  @Override
  public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
    world.graph().add(kind, context.getPrimaryCache(), wakeUps);
    return List.of(wakeUps);
  }

  @Override
  public UpdateControl<R> reconcile(R resource, Context<R> context) {
    pass(resource, context);
    return UpdateControl.noUpdate();
  }

  @Override
  public DeleteControl cleanup(R resource, Context<R> context) {
    boolean done =
        pass(resource, context)
            .action()
            .filter(Action.RemoveFinalizer.class::isInstance)
            .isPresent();
    if (!done) {
      return DeleteControl.noFinalizerRemoval();
    }
    ResourceID id = ResourceID.fromResource(resource);
    observer.forget(resource);
    wakeUps.forget(id);
    attempts.remove(id);
    return DeleteControl.defaultDelete();
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
      boolean over =
          action == null
              || action instanceof Action.RemoveFinalizer
              || (action.isMutating() ? acted : !tried.add(action.key()));
      if (over) {
        report(resource, decision, context, acted && action != null && action.isMutating());
        return decision;
      }
      before = act(observed, action, id);
      acted |= action.isMutating();
    }
  }

  private LifecycleStatus act(Observed<R, D> observed, Action action, ResourceID id) {
    Attempt last = attempts.get(id);
    try {
      LifecycleStatus after = runner.run(observed, action);
      if (last != null && last.action().equals(action.key())) {
        attempts.remove(id);
      }
      return after;
    } catch (AwsCallException e) {
      attempts.put(
          id,
          Attempt.next(
              last, action.key(), observed.generation(), e.failure(), world.clock().instant()));
      return observed.before();
    }
  }

  private void report(R resource, Decision decision, Context<R> context, boolean more) {
    ResourceID id = ResourceID.fromResource(resource);
    decision
        .status()
        .flatMap(status -> statusWriter.write(resource, status))
        .ifPresent(written -> fillCache(context, id, written, resource));
    decision.notices().forEach(notice -> world.events().record(resource, notice));
    if (more) {
      wakeUps.wake(id);
    } else {
      decision.wakeAt().ifPresentOrElse(at -> wakeUps.wakeAt(id, at), () -> wakeUps.forget(id));
    }
  }

  /** The next pass sees what this one wrote, though the watch has not brought it yet. */
  private void fillCache(Context<R> context, ResourceID id, R written, R before) {
    ControllerEventSource<R> cache = context.eventSourceRetriever().getControllerEventSource();
    cache.handleRecentResourceUpdate(id, written, before);
  }
}
