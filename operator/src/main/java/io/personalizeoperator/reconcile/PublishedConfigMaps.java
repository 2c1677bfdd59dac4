package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.decision.Publication;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ConfigMaps that resources publish to, watched by a label that the publisher puts on them: who
 * publishes a key is woken when somebody changes it, and who waits for it when it becomes free.
 */
public final class PublishedConfigMaps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedConfigMaps.class);

  /** Where a watch is for all namespaces. */
  private static final String ALL = "";

  private final ResourceGraph graph;
  private final ConfigMapPublisher publisher;
  private final Map<String, SharedIndexInformer<ConfigMap>> byNamespace = new HashMap<>();

  /**
   * Watches nothing yet.
   *
   * @param client watches and writes ConfigMaps
   * @param namespaces those to watch; all when empty
   * @param graph knows who publishes what
   */
  public PublishedConfigMaps(KubernetesClient client, Set<String> namespaces, ResourceGraph graph) {
    this.graph = graph;
    this.publisher = new ConfigMapPublisher(client, graph);
    for (String namespace : namespaces.isEmpty() ? Set.of(ALL) : namespaces) {
      var maps = client.configMaps();
      byNamespace.put(
          namespace,
          (namespace.equals(ALL) ? maps.inAnyNamespace() : maps.inNamespace(namespace))
              .withLabel(ConfigMapChange.PUBLISHED, "true")
              .runnableInformer(0)
              .itemStore(new PublishedStore())
              .exceptionHandler(PublishedConfigMaps::isRetried)
              .addEventHandler(new Changes()));
    }
  }

  /**
   * Starts to watch, and waits for nothing: until ConfigMaps have been read, what is published is
   * what statuses say.
   */
  public void start() {
    byNamespace.values().forEach(informer -> informer.start().thenRun(graph::wakeAllThatPublish));
  }

  private static boolean isRetried(boolean hasStarted, Throwable failure) {
    LOG.warn(
        "Cannot watch ConfigMaps; a published key that somebody changes is not put back: {}",
        failure.getMessage());
    return true;
  }

  /** The namespaces whose ConfigMaps are not watched just now, one line each. */
  public List<String> disconnected() {
    return byNamespace.entrySet().stream()
        .filter(one -> !one.getValue().isWatching())
        .map(one -> one.getKey().equals(ALL) ? "all namespaces" : "namespace " + one.getKey())
        .map(where -> "informer of " + where + " has no watch")
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    byNamespace.values().forEach(SharedIndexInformer::close);
  }

  ConfigMapPublisher publisher() {
    return publisher;
  }

  /** What is known of a resource's publication. */
  Publication of(PersonalizeResource<?, ?> resource) {
    Publish wanted = resource.getSpec().publish();
    String namespace = resource.getMetadata().getNamespace();
    SharedIndexInformer<ConfigMap> informer =
        byNamespace.getOrDefault(namespace, byNamespace.get(ALL));
    if (wanted == null || informer == null || !informer.hasSynced()) {
      return Publication.UNKNOWN;
    }
    String name = wanted.configMap().name();
    ConfigMap found = informer.getStore().getByKey(PublishedStore.key(namespace, name));
    if (found == null) {
      return new Publication(true, Map.of(), Map.of());
    }
    KeyOwners owners = KeyOwners.of(found);
    String self = KeyOwners.nameOf(resource);
    Map<String, String> own = new HashMap<>(found.getData());
    own.keySet().retainAll(owners.keysOf(self));
    Map<String, String> others = new HashMap<>();
    for (String key : wanted.configMap().keys()) {
      owners
          .of(key)
          .filter(owner -> !owner.equals(self))
          .filter(owner -> graph.claims(owner, new PublishedKey(namespace, name, key)))
          .ifPresent(owner -> others.put(key, owner));
    }
    return new Publication(true, own, others);
  }

  /** Wakes those whose keys have changed, and not the others of a shared ConfigMap. */
  private final class Changes implements ResourceEventHandler<ConfigMap> {
    @Override
    public void onAdd(ConfigMap map) {
      changed(null, map);
    }

    @Override
    public void onUpdate(ConfigMap before, ConfigMap map) {
      changed(before, map);
    }

    @Override
    public void onDelete(ConfigMap map, boolean deletedFinalStateUnknown) {
      changed(map, null);
    }

    private void changed(@Nullable ConfigMap before, @Nullable ConfigMap after) {
      ConfigMap one = Objects.requireNonNull(after == null ? before : after);
      Map<String, Object> old = keys(before);
      Map<String, Object> now = keys(after);
      Set<String> all = new HashSet<>(old.keySet());
      all.addAll(now.keySet());
      all.stream()
          .filter(key -> !Objects.equals(old.get(key), now.get(key)))
          .map(key -> keyOf(one, key))
          .forEach(graph::wakeClaimantsOf);
    }

    private PublishedKey keyOf(ConfigMap map, String key) {
      return new PublishedKey(map.getMetadata().getNamespace(), map.getMetadata().getName(), key);
    }

    /** Owner and value, by key. */
    private Map<String, Object> keys(@Nullable ConfigMap map) {
      Map<String, Object> all = new HashMap<>();
      if (map != null) {
        Map<String, String> data = Optional.ofNullable(map.getData()).orElse(Map.of());
        KeyOwners.of(map)
            .byKey()
            .forEach(
                (key, owner) ->
                    all.put(key, Stream.of(owner, data.getOrDefault(key, "")).toList()));
      }
      return all;
    }
  }
}
