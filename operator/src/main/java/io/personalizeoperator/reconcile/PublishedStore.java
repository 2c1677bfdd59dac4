package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import java.util.HashMap;
import java.util.Map;

/**
 * The cache of ConfigMaps that resources publish to, with what is published and who publishes it,
 * and without all else that users keep in them.
 */
final class PublishedStore extends BasicItemStore<ConfigMap> {
  PublishedStore() {
    super(map -> key(map.getMetadata().getNamespace(), map.getMetadata().getName()));
  }

  static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  @Override
  public ConfigMap put(String key, ConfigMap map) {
    KeyOwners owners = KeyOwners.of(map);
    Map<String, String> published = new HashMap<>(map.getData() == null ? Map.of() : map.getData());
    published.keySet().retainAll(owners.byKey().keySet());
    map.setData(published);
    map.setBinaryData(null);
    map.getMetadata().setManagedFields(null);
    map.getMetadata().setLabels(null);
    map.getMetadata()
        .setAnnotations(owners.isEmpty() ? null : Map.of(KeyOwners.ANNOTATION, owners.text()));
    return super.put(key, map);
  }

  @Override
  public boolean isFullState() {
    return false;
  }
}
