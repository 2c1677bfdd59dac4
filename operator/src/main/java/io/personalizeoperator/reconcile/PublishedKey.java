package io.personalizeoperator.reconcile;

import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.Publish;
import java.util.List;
import java.util.stream.Stream;

/**
 * One key of a ConfigMap.
 *
 * @param namespace the ConfigMap's namespace
 * @param configMap its name
 * @param key the key
 */
record PublishedKey(String namespace, String configMap, String key) {
  /** The keys that a resource publishes to, or wants to. */
  static List<PublishedKey> of(PersonalizeResource<?, ?> resource) {
    String namespace = resource.getMetadata().getNamespace();
    Published published = resource.lifecycle().published();
    Stream<PublishedKey> written =
        published == null
            ? Stream.of()
            : published.keys().stream()
                .map(key -> new PublishedKey(namespace, published.configMap(), key));
    return Stream.concat(wantedBy(resource).stream(), written).distinct().toList();
  }

  /** The keys that its manifest names. */
  static List<PublishedKey> wantedBy(PersonalizeResource<?, ?> resource) {
    Publish wanted = resource.getSpec() == null ? null : resource.getSpec().publish();
    return wanted == null
        ? List.of()
        : wanted.configMap().keys().stream()
            .map(
                key ->
                    new PublishedKey(
                        resource.getMetadata().getNamespace(), wanted.configMap().name(), key))
            .toList();
  }

  /** As the key of an index. */
  String indexed() {
    return namespace + "/" + configMap + "/" + key;
  }
}
