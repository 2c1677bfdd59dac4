package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.api.config.Cloner;
import io.personalizeoperator.api.PersonalizeResource;

/**
 * Copies resources from the cache for a pass. Specs and statuses are immutable records and are
 * shared; only the metadata, which the framework edits, is copied.
 */
final class MetadataCloner implements Cloner {
  @Override
  @SuppressWarnings("unchecked")
  public <R extends HasMetadata> R clone(R original) {
    return original instanceof PersonalizeResource<?, ?> resource
        ? (R) copy(resource)
        : Serialization.clone(original);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static PersonalizeResource copy(PersonalizeResource original) {
    try {
      PersonalizeResource copy =
          (PersonalizeResource) original.getClass().getDeclaredConstructor().newInstance();
      copy.setMetadata(new ObjectMetaBuilder(original.getMetadata()).build());
      copy.setSpec(original.getSpec());
      copy.setStatus(original.getStatus());
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Every kind has a constructor without parameters", e);
    }
  }
}
