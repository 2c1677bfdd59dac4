package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.OwnerTags;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what a decision is made from: caches and the account view, no call. From then on the
 * account view wakes the resource when what was observed changes.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
final class Observer<R extends PersonalizeResource<?, ?>, D> {
  private final Kind<R, D> kind;
  private final ReconcilerDependencies dependencies;
  private final WakeUps<R> wakeUps;

  Observer(Kind<R, D> kind, ReconcilerDependencies dependencies, WakeUps<R> wakeUps) {
    this.kind = kind;
    this.dependencies = dependencies;
    this.wakeUps = wakeUps;
  }

  Observed<R, D> observe(
      R resource,
      AccountView account,
      LifecycleStatus before,
      Attempts attempts,
      List<Outcome> outcomes) {
    String namespace = resource.getMetadata().getNamespace();
    List<Parent> parents = parents(resource, namespace);
    Wakeable watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    Map<RemoteKind<?>, Snapshot<?>> related = new HashMap<>();
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> related.put(of, account.of(of).watch(group, watcher)));
    AwsConnection connection = account.connection();
    return new Observed<>(
        resource,
        before,
        dependencies.clock().instant(),
        parents,
        kind.decider().revisions(resource, parents).stream()
            .map(plan -> revision(resource, account, parents, plan, watcher))
            .toList(),
        related,
        dependencies.graph().neighboursOf(resource, kind),
        resource.isMarkedForDeletion() ? dependencies.graph().childrenOf(resource) : List.of(),
        connection.account(),
        connection.region(),
        OwnerTags.of(dependencies.cluster(), resource),
        attempts,
        outcomes);
  }

  private Revision<D> revision(
      R resource, AccountView account, List<Parent> parents, RevisionPlan plan, Wakeable watcher) {
    Snapshot<D> snapshot =
        plan.group()
            .map(group -> account.of(kind.calls()).watch(group, watcher))
            .orElseGet(Snapshot::unread);
    return new Revision<>(plan, snapshot, kind.decider().find(resource, parents, plan, snapshot));
  }

  /** The resource is gone from Kubernetes: nothing wakes it any more. */
  void forget(R resource) {
    AccountView account = dependencies.accounts().of(resource);
    List<Parent> parents = parents(resource, resource.getMetadata().getNamespace());
    Wakeable watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    kind.decider().revisions(resource, parents).stream()
        .flatMap(plan -> plan.group().stream())
        .forEach(group -> account.of(kind.calls()).unwatch(group, watcher));
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> account.of(of).unwatch(group, watcher));
  }

  private List<Parent> parents(R resource, String namespace) {
    return kind.decider().references(resource).stream()
        .map(reference -> new Parent(reference, dependencies.graph().find(reference, namespace)))
        .toList();
  }
}
