package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.LifecycleDecider;
import java.util.List;

/**
 * Reconciles one kind: each call of the framework is one {@link Pass}.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public abstract class LifecycleReconciler<R extends PersonalizeResource<?, ?>, D>
    implements Reconciler<R>, Cleaner<R> {
  private final Kind<R, D> kind;
  private final ReconcilerDependencies dependencies;
  private final Finalizer finalizer;
  private final WakeUps<R> wakeUps;
  private final Pass.Parts<R, D> parts;
  private final RecentWrites<R> recentWrites = new RecentWrites<>();

  /**
   * A reconciler of one kind.
   *
   * @param kind what differs from kind to kind
   * @param dependencies what every reconciler works with
   */
  protected LifecycleReconciler(Kind<R, D> kind, ReconcilerDependencies dependencies) {
    this.kind = kind;
    this.dependencies = dependencies;
    this.finalizer = new Finalizer(dependencies.client());
    this.wakeUps =
        new WakeUps<>(
            kind.type(),
            dependencies.alarms(),
            dependencies.graph(),
            recentWrites::seen,
            this::forget);
    this.parts =
        new Pass.Parts<>(
            dependencies,
            kind.calls(),
            new LifecycleDecider<>(kind.decider()),
            new Observer<>(kind, dependencies, wakeUps),
            new ActionRunner<>(
                kind,
                dependencies.configMaps().publisher(),
                dependencies.rooms(),
                dependencies.events()),
            new Reporter<>(kind.decider(), dependencies, recentWrites, wakeUps, this::onReported),
            new AttemptMemory(),
            new UnreportedOutcomes());
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
    if (dependencies.gate().isOpen() && pass(newest, context).isReadyToLeave()) {
      finalizer.remove(newest, context.getControllerConfiguration().getFinalizerName());
    }
    return DeleteControl.noFinalizerRemoval();
  }

  private PassEnd pass(R resource, Context<R> context) {
    ResourceID id = ResourceID.fromResource(resource);
    return new Pass<>(
            parts,
            resource,
            wakeUps.watcher(id),
            new Reporter.Target<>(resource, () -> context.getPrimaryCache().get(id)))
        .run();
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
    parts.observer().forget(resource);
    AccountView account = dependencies.accounts().of(resource);
    account.connection().leave(wakeUps.watcher(id));
    account.quotas().leave(wakeUps.watcher(id));
    wakeUps.forget(id);
    recentWrites.forget(id);
    parts.attempts().forget(id);
    parts.unreported().forget(resource);
    onDeleted(resource);
  }
}
