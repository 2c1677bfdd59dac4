package io.personalizeoperator.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes status, and nothing else does: a JSON patch (RFC 6902) of the fields that differ, or
 * nothing. It needs no resourceVersion, so that an edit of the spec in the meantime is no conflict.
 * It tests the uid first: a resource that was deleted and applied again is another one. (The API
 * server does not compare the uid in a merge patch of a status.)
 */
public final class StatusWriter {
  private static final PatchContext PATCH =
      new PatchContext.Builder().withPatchType(PatchType.JSON).build();

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
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server refuses;
   *     also when the resource is gone, or another one has its name
   */
  public <R extends PersonalizeResource<?, ?>> Optional<R> write(R resource, CommonStatus next) {
    if (next.equals(resource.getStatus())) {
      return Optional.empty();
    }
    JsonNode before = json.convertValue(resource.getStatus(), JsonNode.class);
    ObjectNode after = json.convertValue(next, ObjectNode.class);
    ArrayNode changes = changes(before, after);
    if (changes.isEmpty() || CreationStep.isAll(before, after)) {
      return Optional.empty();
    }
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/uid")
        .put("value", resource.getMetadata().getUid());
    patch.addAll(changes);
    return Optional.of(
        client.resource(resource).subresource("status").patch(PATCH, patch.toString()));
  }

  /**
   * The JSON patch from one status to another, field by field: the fields of a status have plain
   * names, which need no escape.
   *
   * @param before the status as it is; null when there is none
   */
  static ArrayNode changes(@Nullable JsonNode before, ObjectNode after) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    if (before == null || !before.isObject()) {
      patch.addObject().put("op", "add").put("path", "/status").set("value", after);
      return patch;
    }
    after
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().equals(before.get(field.getKey()))) {
                // Adds or replaces.
                patch
                    .addObject()
                    .put("op", "add")
                    .put("path", "/status/" + field.getKey())
                    .set("value", field.getValue());
              }
            });
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                patch.addObject().put("op", "remove").put("path", "/status/" + name);
              }
            });
    return patch;
  }
}
