package io.personalizeoperator.testing;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.api.PersonalizeResource;

/** Reads custom resources as the API server would send them. */
public final class Manifests {
  private Manifests() {}

  /** One custom resource from YAML; the namespace is default where none is given. */
  public static <R extends PersonalizeResource<?, ?>> R read(Class<R> kind, String yaml) {
    R resource = Serialization.unmarshal(yaml, kind);
    if (resource.getMetadata().getNamespace() == null) {
      resource.getMetadata().setNamespace("default");
    }
    return resource;
  }
}
