package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.PersonalizeResource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What passes have written to custom resources, until the watch has brought it. The framework's
 * cache of a controller forgets a write as soon as an older event comes in between (it does not
 * compare resource versions there, whatever its option says): the next pass would see the earlier
 * status, and repeat or undo what the newer one records.
 *
 * @param <R> the kind
 */
final class RecentWrites<R extends PersonalizeResource<?, ?>> {
  private final Map<ResourceID, R> written = new ConcurrentHashMap<>();

  /**
   * Takes the API server's answer to a write.
   *
   * @param cached what the watch has brought so far: it may be quicker than the answer
   */
  void wrote(R answer, Optional<R> cached) {
    written.put(ResourceID.fromResource(answer), answer);
    cached.ifPresent(this::seen);
  }

  /** The watch has brought a version: what is not newer need not be kept. */
  void seen(R resource) {
    written.computeIfPresent(
        ResourceID.fromResource(resource), (id, kept) -> isNewer(kept, resource) ? kept : null);
  }

  /** The resource is gone. */
  void forget(ResourceID id) {
    written.remove(id);
  }

  /** The newer of a resource from the cache and the last write to it. */
  R newest(R cached) {
    R kept = written.get(ResourceID.fromResource(cached));
    return kept != null && isNewer(kept, cached) ? kept : cached;
  }

  /** Kubernetes allows comparing the resource versions of one resource as numbers. */
  private static boolean isNewer(PersonalizeResource<?, ?> one, PersonalizeResource<?, ?> other) {
    return Objects.equals(one.getMetadata().getUid(), other.getMetadata().getUid())
        && version(one) > version(other);
  }

  private static long version(PersonalizeResource<?, ?> resource) {
    return Long.parseLong(resource.getMetadata().getResourceVersion());
  }
}
