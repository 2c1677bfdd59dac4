package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.ParentReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who refers to whom among the custom resources, answered from the caches that the controllers have
 * anyway, so that nothing is watched or kept twice.
 */
public final class ResourceGraph {
  /** By what a resource refers to: names of custom resources and ARNs. */
  private static final String BY_PARENT = "by-parent";

  /** By the ARN in a resource's own status: others may refer to it so. */
  private static final String BY_ARN = "by-arn";

  /** By the keys of ConfigMaps that a resource publishes to, or wants to. */
  private static final String BY_PUBLISHED_KEY = "by-published-key";

  private record Node<R extends PersonalizeResource<?, ?>>(
      Kind<R, ?> kind, IndexerResourceCache<R> cache, WakeUps<R> wakeUps) {

    Stream<R> childrenOf(Set<String> keys) {
      return keys.stream().flatMap(key -> cache.byIndex(BY_PARENT, key).stream());
    }

    void wakeChildrenOf(Set<String> keys) {
      childrenOf(keys).map(ResourceID::fromResource).forEach(wakeUps::wake);
    }

    void wakeAll() {
      cache.keys().forEach(wakeUps::wake);
    }

    Stream<ResourceID> claimantsOf(PublishedKey key) {
      return cache.byIndex(BY_PUBLISHED_KEY, key.indexed()).stream().map(ResourceID::fromResource);
    }

    /** Those whose manifest names the key; what one has published before it no longer claims. */
    boolean isWantedBy(PublishedKey key, String name) {
      return cache.byIndex(BY_PUBLISHED_KEY, key.indexed()).stream()
          .filter(resource -> resource.getMetadata().getName().equals(name))
          .anyMatch(resource -> PublishedKey.wantedBy(resource).contains(key));
    }

    void wakeAllThatPublish() {
      cache
          .list(resource -> !PublishedKey.of(resource).isEmpty())
          .map(ResourceID::fromResource)
          .forEach(wakeUps::wake);
    }

    String kindName() {
      return kind.type().getSimpleName();
    }
  }

  private final Map<Class<?>, Node<?>> nodes = new ConcurrentHashMap<>();

  /** Whether all caches are there. Controllers start one after the other, each with its events. */
  private volatile boolean complete;

  /** Adds a kind with its controller's cache; before the controller starts. */
  <R extends PersonalizeResource<?, ?>> void add(
      Kind<R, ?> kind, IndexerResourceCache<R> cache, WakeUps<R> wakeUps) {
    cache.addIndexers(
        Map.of(
            BY_PARENT,
            resource ->
                kind.decider().references(resource).stream()
                    .map(reference -> key(reference, namespaceOf(resource)))
                    .toList(),
            BY_ARN,
            resource ->
                resource.lifecycle().arn() == null
                    ? List.of()
                    : List.of(key(kind.type(), namespaceOf(resource), resource.lifecycle().arn())),
            BY_PUBLISHED_KEY,
            resource -> PublishedKey.of(resource).stream().map(PublishedKey::indexed).toList()));
    nodes.put(kind.type(), new Node<>(kind, cache, wakeUps));
  }

  /** A resource has changed: wakes those that refer to it, and those that look at it as theirs. */
  void changed(PersonalizeResource<?, ?> resource) {
    if (!complete) {
      // All are woken once the caches are filled.
      return;
    }
    Set<String> own = keysOf(resource);
    nodes.values().forEach(node -> node.wakeChildrenOf(own));
    List<Node<?>> listeners =
        nodes.values().stream()
            .filter(node -> node.kind.listensTo().contains(resource.getClass()))
            .<Node<?>>map(node -> node)
            .toList();
    if (listeners.isEmpty()) {
      // Most kinds: who their ancestors are need not be looked up at each change of a status.
      return;
    }
    for (ParentReference ancestor : ancestors(resource)) {
      Set<String> keys = keysOf(ancestor, namespaceOf(resource));
      listeners.forEach(node -> node.wakeChildrenOf(keys));
    }
  }

  /** A resource is gone: the same, and its parents may have waited for that. */
  void deleted(PersonalizeResource<?, ?> resource) {
    changed(resource);
    wakeParentsOf(resource);
    PublishedKey.of(resource).forEach(this::wakeClaimantsOf);
  }

  /** A resource may refer to others than it did: those may have waited for that. */
  void released(PersonalizeResource<?, ?> before) {
    wakeParentsOf(before);
  }

  /** Wakes everything: after a start, when all caches are filled. */
  public void wakeAll() {
    complete = true;
    nodes.values().forEach(Node::wakeAll);
  }

  /** A key of a ConfigMap has changed: wakes those that publish it or wait for it. */
  void wakeClaimantsOf(PublishedKey key) {
    if (complete) {
      nodes.values().forEach(node -> node.claimantsOf(key).forEach(node.wakeUps::wake));
    }
  }

  /** What was published is known from now on: it may be gone. */
  void wakeAllThatPublish() {
    if (complete) {
      nodes.values().forEach(Node::wakeAllThatPublish);
    }
  }

  /**
   * Whether the resource that is named as a key's owner is there and its manifest names the key.
   * One of a kind that this version does not know does.
   *
   * @param owner kind and name, such as Filter/movies
   */
  boolean claims(String owner, PublishedKey key) {
    List<Node<?>> ofKind =
        nodes.values().stream()
            .filter(node -> owner.startsWith(node.kindName() + "/"))
            .<Node<?>>map(node -> node)
            .toList();
    return ofKind.isEmpty()
        || ofKind.stream()
            .anyMatch(node -> node.isWantedBy(key, owner.substring(node.kindName().length() + 1)));
  }

  private void wakeParentsOf(PersonalizeResource<?, ?> resource) {
    if (!complete) {
      return;
    }
    for (ParentReference reference : references(resource)) {
      Node<?> parents = nodes.get(reference.kind());
      if (parents != null) {
        resolved(reference, namespaceOf(resource)).stream()
            .map(ResourceID::fromResource)
            .forEach(parents.wakeUps::wake);
      }
    }
  }

  /** The custom resource of a reference by name. */
  private Optional<? extends PersonalizeResource<?, ?>> find(
      ParentReference reference, String namespace) {
    Node<?> node = nodes.get(reference.kind());
    return node == null
        ? Optional.empty()
        : reference.name().flatMap(name -> node.cache.get(new ResourceID(name, namespace)));
  }

  /**
   * The custom resource that a reference means, by name or by ARN: it makes no difference which.
   */
  Optional<PersonalizeResource<?, ?>> parent(ParentReference reference, String namespace) {
    return resolved(reference, namespace).stream()
        .min(Comparator.comparing(resource -> resource.getMetadata().getName()));
  }

  /** The custom resources that a reference means, by name or by the ARN that they have. */
  private List<PersonalizeResource<?, ?>> resolved(ParentReference reference, String namespace) {
    Node<?> node = nodes.get(reference.kind());
    if (node == null) {
      return List.of();
    }
    return reference
        .arn()
        .<List<PersonalizeResource<?, ?>>>map(
            arn -> List.copyOf(node.cache.byIndex(BY_ARN, key(reference.kind(), namespace, arn))))
        .orElseGet(
            () ->
                find(reference, namespace)
                    .<List<PersonalizeResource<?, ?>>>map(List::of)
                    .orElse(List.of()));
  }

  /** All that refer to a resource. */
  List<PersonalizeResource<?, ?>> childrenOf(PersonalizeResource<?, ?> resource) {
    Set<String> own = keysOf(resource);
    return nodes.values().stream()
        .<PersonalizeResource<?, ?>>flatMap(node -> node.childrenOf(own))
        .toList();
  }

  /**
   * What a resource of a kind looks at beside its parents: the children of its parents, and theirs,
   * of the kinds that it listens to. It makes no difference whether they refer by name or by ARN.
   */
  <R extends PersonalizeResource<?, ?>> List<PersonalizeResource<?, ?>> neighboursOf(
      R resource, Kind<R, ?> kind) {
    if (kind.listensTo().isEmpty()) {
      return List.of();
    }
    String namespace = namespaceOf(resource);
    Set<String> parents = new HashSet<>();
    references(resource).forEach(reference -> parents.addAll(keysOf(reference, namespace)));
    List<PersonalizeResource<?, ?>> children = childrenOf(parents, kind.listensTo());
    Set<String> ofChildren = new HashSet<>();
    children.forEach(child -> ofChildren.addAll(keysOf(child)));
    return Stream.concat(children.stream(), childrenOf(ofChildren, kind.listensTo()).stream())
        .toList();
  }

  private List<PersonalizeResource<?, ?>> childrenOf(
      Set<String> keys, List<Class<? extends PersonalizeResource<?, ?>>> kinds) {
    return kinds.stream()
        .map(nodes::get)
        .filter(Objects::nonNull)
        .<PersonalizeResource<?, ?>>flatMap(node -> node.childrenOf(keys))
        .toList();
  }

  /** What a resource refers to, and what that refers to. */
  private List<ParentReference> ancestors(PersonalizeResource<?, ?> resource) {
    List<ParentReference> all = new ArrayList<>(references(resource));
    for (ParentReference reference : List.copyOf(all)) {
      resolved(reference, namespaceOf(resource)).forEach(parent -> all.addAll(references(parent)));
    }
    return all;
  }

  /** The index keys of references to the same resource as this one. */
  private Set<String> keysOf(ParentReference reference, String namespace) {
    Set<String> keys = new HashSet<>(Set.of(key(reference, namespace)));
    resolved(reference, namespace).forEach(resource -> keys.addAll(keysOf(resource)));
    return keys;
  }

  /** The index keys of references to a resource, by its name or by its ARN. */
  private static Set<String> keysOf(PersonalizeResource<?, ?> resource) {
    String namespace = namespaceOf(resource);
    String byName = key(resource.getClass(), namespace, resource.getMetadata().getName());
    String arn = resource.lifecycle().arn();
    return arn == null ? Set.of(byName) : Set.of(byName, key(resource.getClass(), namespace, arn));
  }

  private List<ParentReference> references(PersonalizeResource<?, ?> resource) {
    Node<?> node = nodes.get(resource.getClass());
    return node == null ? List.of() : references(node, resource);
  }

  @SuppressWarnings("unchecked")
  private static <R extends PersonalizeResource<?, ?>> List<ParentReference> references(
      Node<R> node, PersonalizeResource<?, ?> resource) {
    return node.kind.decider().references((R) resource);
  }

  private static String namespaceOf(PersonalizeResource<?, ?> resource) {
    return resource.getMetadata().getNamespace();
  }

  private static String key(ParentReference reference, String namespace) {
    return key(reference.kind(), namespace, reference.arn().or(reference::name).orElse(""));
  }

  private static String key(Class<?> kind, String namespace, String nameOrArn) {
    return kind.getSimpleName() + "/" + namespace + "/" + nameOrArn;
  }
}
