package io.personalizeoperator.lifecycle;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.RemoteKind;
import io.personalizeoperator.aws.Sighting;
import io.personalizeoperator.aws.Watcher;
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
  private final Surroundings world;
  private final WakeUps<R> wakeUps;

  Observer(Kind<R, D> kind, Surroundings world, WakeUps<R> wakeUps) {
    this.kind = kind;
    this.world = world;
    this.wakeUps = wakeUps;
  }

  Observed<R, D> observe(R resource, LifecycleStatus before, Optional<Attempt> attempt) {
    String namespace = resource.getMetadata().getNamespace();
    List<Parent> parents = parents(resource, namespace);
    Watcher watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    Sighting<D> sighting =
        kind.decider()
            .group(resource, parents)
            .map(group -> world.account().of(kind.calls()).watch(group, watcher))
            .orElse(new Sighting<>(false, null, null, Optional.empty(), List.of(), false));
    Map<RemoteKind<?>, Sighting<?>> related = new HashMap<>();
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> related.put(of, world.account().of(of).watch(group, watcher)));
    AwsConnection connection = world.account().connection();
    return new Observed<>(
        resource,
        before,
        world.clock().instant(),
        parents,
        sighting,
        related,
        world.graph().all(kind.listensTo(), namespace),
        resource.isMarkedForDeletion() ? world.graph().childrenOf(resource) : List.of(),
        connection.account(),
        connection.region(),
        OwnerTags.of(world.cluster(), resource),
        attempt);
  }

  /** The resource is gone from Kubernetes: nothing wakes it any more. */
  void forget(R resource) {
    List<Parent> parents = parents(resource, resource.getMetadata().getNamespace());
    Watcher watcher = wakeUps.watcher(ResourceID.fromResource(resource));
    kind.decider()
        .group(resource, parents)
        .ifPresent(group -> world.account().of(kind.calls()).unwatch(group, watcher));
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> world.account().of(of).unwatch(group, watcher));
  }

  private List<Parent> parents(R resource, String namespace) {
    return kind.decider().references(resource).stream()
        .map(reference -> new Parent(reference, world.graph().find(reference, namespace)))
        .toList();
  }
}
