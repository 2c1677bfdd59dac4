package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.PersonalizeResource;

/**
 * Writes ARNs to ConfigMaps with server-side apply, a field manager for each resource, so that many
 * can share one ConfigMap and each takes back only its own key.
 */
final class ConfigMapPublisher {
  private static final int MANAGER_LENGTH = 128;

  private final KubernetesClient client;

  ConfigMapPublisher(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Writes the key.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server refuses
   */
  void publish(PersonalizeResource<?, ?> resource, Published to) {
    apply(
        resource,
        new ConfigMapBuilder(empty(resource, to)).addToData(to.key(), to.value()).build());
  }

  /** Takes the key back; the ConfigMap and its other keys stay. */
  void unpublish(PersonalizeResource<?, ?> resource, Published from) {
    ConfigMap empty = empty(resource, from);
    if (client.resource(empty).get() != null) {
      apply(resource, empty);
    }
  }

  private static ConfigMap empty(PersonalizeResource<?, ?> resource, Published at) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(at.configMap())
        .withNamespace(resource.getMetadata().getNamespace())
        .endMetadata()
        .build();
  }

  private void apply(PersonalizeResource<?, ?> resource, ConfigMap content) {
    String manager = "personalize-operator." + resource.getMetadata().getUid();
    client
        .resource(content)
        .patch(
            new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withForce(true)
                .withFieldManager(
                    manager.length() <= MANAGER_LENGTH
                        ? manager
                        : manager.substring(0, MANAGER_LENGTH))
                .build());
  }
}
