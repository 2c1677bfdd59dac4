package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.PersonalizeResource;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when this process has known the spec of each resource as it is. */
final class SpecSeen {
  private record Seen(String uid, Long generation, Instant at) {
    boolean isSame(Seen other) {
      return uid.equals(other.uid) && generation.equals(other.generation);
    }
  }

  private final Map<ResourceID, Seen> byResource = new ConcurrentHashMap<>();

  /** When the spec was first seen: now, if it has not been before. */
  Instant since(PersonalizeResource<?, ?> resource, Instant now) {
    var metadata = resource.getMetadata();
    Seen seen = new Seen(metadata.getUid(), metadata.getGeneration(), now);
    return byResource
        .merge(
            ResourceID.fromResource(resource),
            seen,
            (before, next) -> before.isSame(next) ? before : next)
        .at();
  }

  /** The resource is gone. */
  void forget(PersonalizeResource<?, ?> resource) {
    byResource.remove(ResourceID.fromResource(resource));
  }
}
