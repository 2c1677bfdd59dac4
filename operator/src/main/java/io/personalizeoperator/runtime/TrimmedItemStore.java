package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.personalizeoperator.api.PersonalizeResource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A controller's cache of its resources without what no pass reads: managedFields are larger than
 * the rest of most resources.
 */
final class TrimmedItemStore<R extends PersonalizeResource<?, ?>> implements ItemStore<R> {
  private final Map<String, R> items = new ConcurrentHashMap<>();

  @Override
  public String getKey(R resource) {
    String namespace = resource.getMetadata().getNamespace();
    String name = resource.getMetadata().getName();
    return namespace == null ? name : namespace + "/" + name;
  }

  @Override
  public R put(String key, R resource) {
    resource.getMetadata().setManagedFields(null);
    if (resource.getMetadata().getAnnotations() != null) {
      resource
          .getMetadata()
          .getAnnotations()
          .remove("kubectl.kubernetes.io/last-applied-configuration");
    }
    return items.put(key, resource);
  }

  @Override
  public @Nullable R remove(String key) {
    return items.remove(key);
  }

  @Override
  public Stream<String> keySet() {
    return items.keySet().stream();
  }

  @Override
  public Stream<R> values() {
    return items.values().stream();
  }

  @Override
  public @Nullable R get(String key) {
    return items.get(key);
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean isFullState() {
    return false;
  }
}
