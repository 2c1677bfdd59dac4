package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.KeyConflict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a key of a ConfigMap is: that of the resource that the owners name, as long as that one
 * claims it; else, where the key is there, whoever wrote it. What has the wanted value already, or
 * the value that the resource published last, is no conflict.
 */
final class KeyClaims {
  private final ResourceGraph graph;

  KeyClaims(ResourceGraph graph) {
    this.graph = graph;
  }

  /** Why a resource may not write to a ConfigMap as it is; empty when it may. */
  Optional<AwsFailure> conflict(PersonalizeResource<?, ?> resource, Published to, ConfigMap found) {
    return to.content().keySet().stream()
        .sorted()
        .flatMap(key -> conflict(resource, to, found, key).stream())
        .findFirst();
  }

  private Optional<AwsFailure> conflict(
      PersonalizeResource<?, ?> resource, Published to, ConfigMap found, String key) {
    Optional<String> owner = KeyOwners.of(found).of(key);
    if (owner.isPresent()) {
      return owner
          .filter(one -> !one.equals(KeyOwners.nameOf(resource)))
          .filter(one -> graph.claims(one, key(found, key)))
          .map(one -> KeyConflict.withResource(to.configMap(), key, one));
    }
    String value = data(found).get(key);
    boolean isFree = value == null && !isBinary(found, key);
    boolean isKnown =
        value != null
            && (value.equals(to.content().get(key)) || value.equals(published(resource).get(key)));
    return isFree || isKnown
        ? Optional.empty()
        : Optional.of(KeyConflict.withWriter(to.configMap(), key, writer(found, key)));
  }

  /** The keys of a ConfigMap that are a resource's: to be removed unless it writes them again. */
  Set<String> ownOf(PersonalizeResource<?, ?> resource, ConfigMap found) {
    KeyOwners owners = KeyOwners.of(found);
    Set<String> own = new HashSet<>(owners.keysOf(KeyOwners.nameOf(resource)));
    published(resource)
        .forEach(
            (key, value) -> {
              if (owners.of(key).isEmpty() && value.equals(data(found).get(key))) {
                own.add(key);
              }
            });
    return own;
  }

  /** What the resource published last, whatever has become of the ConfigMap's annotations. */
  private static Map<String, String> published(PersonalizeResource<?, ?> resource) {
    Published last = resource.lifecycle().published();
    return last == null ? Map.of() : last.content();
  }

  private static PublishedKey key(ConfigMap map, String key) {
    return new PublishedKey(map.getMetadata().getNamespace(), map.getMetadata().getName(), key);
  }

  private static Map<String, String> data(ConfigMap map) {
    return Objects.requireNonNullElse(map.getData(), Map.of());
  }

  private static boolean isBinary(ConfigMap map, String key) {
    return map.getBinaryData() != null && map.getBinaryData().containsKey(key);
  }

  /**
   * The field manager that wrote a key last, such as kubectl-edit. Kubernetes does not keep those
   * of a ConfigMap that was created empty.
   */
  private static String writer(ConfigMap map, String key) {
    List<ManagedFieldsEntry> managers =
        Objects.requireNonNullElse(map.getMetadata().getManagedFields(), List.of());
    return managers.reversed().stream()
        .filter(entry -> writes(entry, "f:data", key) || writes(entry, "f:binaryData", key))
        .map(ManagedFieldsEntry::getManager)
        .findFirst()
        .orElse("another client");
  }

  private static boolean writes(ManagedFieldsEntry entry, String field, String key) {
    return entry.getFieldsV1() != null
        && entry.getFieldsV1().getAdditionalProperties().get(field) instanceof Map<?, ?> fields
        && fields.containsKey("f:" + key);
  }
}
