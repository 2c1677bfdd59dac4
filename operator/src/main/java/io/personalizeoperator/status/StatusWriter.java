package io.personalizeoperator.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import java.util.Optional;

/**
 * Writes status, and nothing else does: a merge patch of what differs, or nothing. It needs no
 * resourceVersion, so that an edit of the spec in the meantime is no conflict.
 */
public final class StatusWriter {
  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  private final KubernetesClient client;
  private final KubernetesSerialization json;

  /**
   * Writes with the operator's client.
   *
   * @param client patches the status subresource
   */
  public StatusWriter(KubernetesClient client) {
    this.client = client;
    this.json = client.getKubernetesSerialization();
  }

  /**
   * Writes a status if it differs from the one that the resource has.
   *
   * @param resource the resource with its present status
   * @param next the status that it should have
   * @return the resource as the API server answered; empty when nothing was written
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server refuses
   */
  public <R extends PersonalizeResource<?, ?>> Optional<R> write(R resource, CommonStatus next) {
    if (next.equals(resource.getStatus())) {
      return Optional.empty();
    }
    JsonNode before = json.convertValue(resource.getStatus(), JsonNode.class);
    JsonNode after = json.convertValue(next, JsonNode.class);
    ObjectNode patch = difference(before, after);
    if (patch.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("status", patch);
    return Optional.of(
        client.resource(resource).subresource("status").patch(MERGE, body.toString()));
  }

  /** The merge patch (RFC 7386) from one object to another. */
  static ObjectNode difference(JsonNode before, JsonNode after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    after
        .properties()
        .forEach(
            field -> {
              JsonNode old = before == null ? null : before.get(field.getKey());
              if (old != null && old.isObject() && field.getValue().isObject()) {
                ObjectNode inner = difference(old, field.getValue());
                if (!inner.isEmpty()) {
                  patch.set(field.getKey(), inner);
                }
              } else if (!field.getValue().equals(old)) {
                patch.set(field.getKey(), field.getValue());
              }
            });
    if (before != null && before.isObject()) {
      before
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!after.has(name)) {
                  patch.putNull(name);
                }
              });
    }
    return patch;
  }
}
