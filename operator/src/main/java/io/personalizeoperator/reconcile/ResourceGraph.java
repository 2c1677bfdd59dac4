package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.ParentReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who refers to whom among the custom resources, answered from the caches that the controllers have
 * anyway, so that nothing is watched or kept twice.
 */
public final class ResourceGraph {
  private static final String BY_PARENT = "by-parent";

  private record Node<R extends PersonalizeResource<?, ?>>(
      Kind<R, ?> kind, IndexerResourceCache<R> cache, WakeUps<R> wakeUps) {

    Stream<R> childrenOf(PersonalizeResource<?, ?> parent) {
      return cache
          .byIndex(
              BY_PARENT,
              key(
                  parent.getClass(),
                  parent.getMetadata().getNamespace(),
                  parent.getMetadata().getName()))
          .stream();
    }

    void wakeChildrenOf(PersonalizeResource<?, ?> parent) {
      childrenOf(parent).map(ResourceID::fromResource).forEach(wakeUps::wake);
    }

    void wakeAll() {
      cache.keys().forEach(wakeUps::wake);
    }

    void wakeListeners(PersonalizeResource<?, ?> changed) {
      if (kind.listensTo().contains(changed.getClass())) {
        cache
            .list(changed.getMetadata().getNamespace())
            .map(ResourceID::fromResource)
            .forEach(wakeUps::wake);
      }
    }
  }

  private final Map<Class<?>, Node<?>> nodes = new ConcurrentHashMap<>();

  /** Adds a kind with its controller's cache; before the controller starts. */
  public <R extends PersonalizeResource<?, ?>> void add(
      Kind<R, ?> kind, IndexerResourceCache<R> cache, WakeUps<R> wakeUps) {
    cache.addIndexers(
        Map.of(
            BY_PARENT,
            resource ->
                kind.decider().references(resource).stream()
                    .filter(reference -> reference.name().isPresent())
                    .map(
                        reference ->
                            key(
                                reference.kind(),
                                resource.getMetadata().getNamespace(),
                                reference.name().get()))
                    .toList()));
    nodes.put(kind.type(), new Node<>(kind, cache, wakeUps));
  }

  /** A resource has changed: wakes those that refer to it or that listen. */
  public void changed(PersonalizeResource<?, ?> resource) {
    for (Node<?> node : nodes.values()) {
      node.wakeChildrenOf(resource);
      node.wakeListeners(resource);
    }
  }

  /** A resource is gone: the same, and its parents may have waited for that. */
  public void deleted(PersonalizeResource<?, ?> resource) {
    changed(resource);
    wakeParentsOf(resource);
  }

  /** A resource may refer to others than it did: those may have waited for that. */
  public void released(PersonalizeResource<?, ?> before) {
    wakeParentsOf(before);
  }

  /** Wakes everything: after a start, when all caches are filled. */
  public void wakeAll() {
    nodes.values().forEach(Node::wakeAll);
  }

  private void wakeParentsOf(PersonalizeResource<?, ?> resource) {
    Node<?> own = nodes.get(resource.getClass());
    if (own == null) {
      return;
    }
    for (ParentReference reference : references(own, resource)) {
      Node<?> parents = nodes.get(reference.kind());
      if (parents != null) {
        reference
            .name()
            .ifPresent(
                name ->
                    parents.wakeUps.wake(
                        new ResourceID(name, resource.getMetadata().getNamespace())));
      }
    }
  }

  /** The custom resource of a reference. */
  public Optional<? extends PersonalizeResource<?, ?>> find(
      ParentReference reference, String namespace) {
    Node<?> node = nodes.get(reference.kind());
    return node == null
        ? Optional.empty()
        : reference.name().flatMap(name -> node.cache.get(new ResourceID(name, namespace)));
  }

  /** All that refer to a resource. */
  public List<PersonalizeResource<?, ?>> childrenOf(PersonalizeResource<?, ?> resource) {
    return nodes.values().stream()
        .<PersonalizeResource<?, ?>>flatMap(node -> node.childrenOf(resource))
        .toList();
  }

  /** All of the kinds in a namespace. */
  public List<PersonalizeResource<?, ?>> all(
      List<Class<? extends PersonalizeResource<?, ?>>> kinds, String namespace) {
    return kinds.stream()
        .map(nodes::get)
        .filter(Objects::nonNull)
        .<PersonalizeResource<?, ?>>flatMap(node -> node.cache.list(namespace))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <R extends PersonalizeResource<?, ?>> List<ParentReference> references(
      Node<R> node, PersonalizeResource<?, ?> resource) {
    return node.kind.decider().references((R) resource);
  }

  private static String key(Class<?> kind, String namespace, String name) {
    return kind.getSimpleName() + "/" + namespace + "/" + name;
  }
}
