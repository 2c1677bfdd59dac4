package io.personalizeoperator.expression;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of the datasets of one dataset group.
 *
 * @param datasets the schema of each dataset that the group has: field name to field
 */
public record SchemaFields(Map<FilterDataset, Map<String, FieldSchema>> datasets) {
  /** Copies the maps. */
  public SchemaFields {
    datasets =
        datasets.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
  }

  /** Whether the dataset group has the dataset. */
  public boolean has(FilterDataset dataset) {
    return datasets.containsKey(dataset);
  }

  /**
   * A field by name; empty if the dataset or the field is missing. The exact name goes first, then
   * any case: published samples print {@code users.country} for a field COUNTRY.
   */
  public Optional<FieldSchema> field(FilterDataset dataset, String name) {
    Map<String, FieldSchema> fields = datasets.getOrDefault(dataset, Map.of());
    return Optional.ofNullable(fields.get(name))
        .or(
            () ->
                fields.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .min(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue));
  }
}
