package io.personalizeoperator.crdfiles;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Map;

/**
 * Says of every list how appliers share it, which the generator has no annotation for. A list that
 * several may write entries of is a map by their key; all others are replaced as a whole.
 */
final class ListTypes {
  /** The key of the entries, by the path of the list. */
  private static final Map<String, String> KEYS =
      Map.of(
          ".spec.spikes", "name",
          ".spec.training.schedules", "name",
          ".status.conditions", "type");

  private ListTypes() {}

  /** Sets the type of each list below a schema. */
  static void set(JSONSchemaProps schema) {
    set(schema, "");
  }

  private static void set(JSONSchemaProps schema, String path) {
    if (schema.getItems() != null) {
      String key = KEYS.get(path);
      schema.setXKubernetesListType(key == null ? "atomic" : "map");
      schema.setXKubernetesListMapKeys(key == null ? List.of() : List.of(key));
      set(schema.getItems().getSchema(), path + "[]");
    }
    if (schema.getAdditionalProperties() != null) {
      set(schema.getAdditionalProperties().getSchema(), path + "{}");
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, property) -> set(property, path + "." + name));
    }
  }
}
