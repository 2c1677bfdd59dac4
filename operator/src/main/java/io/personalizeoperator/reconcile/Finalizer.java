package io.personalizeoperator.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.api.PersonalizeResource;
import java.net.HttpURLConnection;

/**
 * Allows Kubernetes to remove a custom resource. The framework could do it, but then marks the name
 * as done: if a resource of the same name is created at that moment, its wake-ups are lost for good
 * (Java Operator SDK 5.2.3, EventProcessor.eventProcessingFinished).
 */
final class Finalizer {
  private final KubernetesClient client;

  Finalizer(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Removes the finalizer from this very version of a resource.
   *
   * @param name the operator's finalizer
   * @throws KubernetesClientException also when there is a newer version: then the pass is repeated
   */
  void remove(PersonalizeResource<?, ?> resource, String name) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata =
        body.putObject("metadata")
            .put("uid", resource.getMetadata().getUid())
            .put("resourceVersion", resource.getMetadata().getResourceVersion());
    var others = metadata.putArray("finalizers");
    resource.getMetadata().getFinalizers().stream()
        .filter(finalizer -> !finalizer.equals(name))
        .forEach(others::add);
    try {
      client.resource(resource).patch(PatchContext.of(PatchType.JSON_MERGE), body.toString());
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }
}
