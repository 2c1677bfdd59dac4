package io.personalizeoperator.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one resource changes in a ConfigMap that is there.
 *
 * @param found the ConfigMap as it was read
 * @param own the keys there that are the resource's
 * @param content what it publishes, by key, in place of those; empty when it takes all back
 * @param owner the resource's name as an owner
 */
record ConfigMapChange(
    ConfigMap found, Set<String> own, Map<String, String> content, String owner) {
  /** Label of every ConfigMap with a published key: what the operator watches. */
  static final String PUBLISHED = "personalize-operator.io/published";

  /** Kubernetes' label for what made an object. */
  static final String MADE_BY = "app.kubernetes.io/managed-by";

  static final String OPERATOR = "personalize-operator";

  /** Whether the ConfigMap was made for published keys and has none after this. */
  boolean leavesNothing() {
    Map<String, String> data = Objects.requireNonNullElse(found.getData(), Map.of());
    return content.isEmpty()
        && own.containsAll(data.keySet())
        && (found.getBinaryData() == null || found.getBinaryData().isEmpty())
        && OPERATOR.equals(label(MADE_BY));
  }

  /** The merge patch (RFC 7386), for the version that was read; empty when nothing changes. */
  String patch() {
    ObjectNode data = data();
    KeyOwners before = KeyOwners.of(found);
    KeyOwners after = before.with(content.keySet(), owner);
    boolean isLabelled = "true".equals(label(PUBLISHED));
    if (data.isEmpty() && before.equals(after) && isLabelled != after.isEmpty()) {
      return "";
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata =
        body.putObject("metadata")
            .put("uid", found.getMetadata().getUid())
            .put("resourceVersion", found.getMetadata().getResourceVersion());
    // A ConfigMap of a user's is left as it was: null removes.
    metadata.putObject("labels").put(PUBLISHED, after.isEmpty() ? null : "true");
    metadata
        .putObject("annotations")
        .put(KeyOwners.ANNOTATION, after.isEmpty() ? null : after.text());
    if (!data.isEmpty()) {
      body.set("data", data);
    }
    return body.toString();
  }

  private ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    Map<String, String> before = Objects.requireNonNullElse(found.getData(), Map.of());
    content.forEach(
        (key, value) -> {
          if (!value.equals(before.get(key))) {
            data.put(key, value);
          }
        });
    Set<String> gone = new HashSet<>(own);
    gone.removeAll(content.keySet());
    gone.stream().filter(before::containsKey).forEach(data::putNull);
    return data;
  }

  private String label(String name) {
    Map<String, String> labels = found.getMetadata().getLabels();
    return labels == null ? "" : labels.getOrDefault(name, "");
  }
}
