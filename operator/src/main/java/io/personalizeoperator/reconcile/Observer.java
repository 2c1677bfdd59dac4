package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.OwnerTags;
import io.personalizeoperator.decision.Parent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  Observed<R, D> observe(R resource, LifecycleStatus before, Optional<Attempt> attempt) {
    String namespace = resource.getMetadata().getNamespace();
    List<Parent> parents = parents(resource, namespace);
    Wakeable watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    Snapshot<D> snapshot =
        kind.decider()
            .group(resource, parents)
            .map(group -> dependencies.account().of(kind.calls()).watch(group, watcher))
            .orElse(new Snapshot<>(false, null, null, Optional.empty(), List.of(), false));
    Map<RemoteKind<?>, Snapshot<?>> related = new HashMap<>();
    kind.decider()
        .related(resource, parents)
        .forEach(
            (of, group) -> related.put(of, dependencies.account().of(of).watch(group, watcher)));
    AwsConnection connection = dependencies.account().connection();
    return new Observed<>(
        resource,
        before,
        dependencies.clock().instant(),
        parents,
        snapshot,
        related,
        dependencies.graph().all(kind.listensTo(), namespace),
        resource.isMarkedForDeletion() ? dependencies.graph().childrenOf(resource) : List.of(),
        connection.account(),
        connection.region(),
        OwnerTags.of(dependencies.cluster(), resource),
        attempt);
  }

  /** The resource is gone from Kubernetes: nothing wakes it any more. */
  void forget(R resource) {
    List<Parent> parents = parents(resource, resource.getMetadata().getNamespace());
    Wakeable watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    kind.decider()
        .group(resource, parents)
        .ifPresent(group -> dependencies.account().of(kind.calls()).unwatch(group, watcher));
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> dependencies.account().of(of).unwatch(group, watcher));
  }

  private List<Parent> parents(R resource, String namespace) {
    return kind.decider().references(resource).stream()
        .map(reference -> new Parent(reference, dependencies.graph().find(reference, namespace)))
        .toList();
  }
}
