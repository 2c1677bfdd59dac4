package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.expression.AttributeValue;
import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FieldSchema;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.expression.SchemaFields;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.events.Rows;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records of a dataset group for recommendations. Later records replace earlier ones of the
 * same ID.
 */
final class GroupRecords {
  private final Map<FilterDataset, List<Map<String, String>>> rows =
      new EnumMap<>(FilterDataset.class);
  private final Map<FilterDataset, Map<String, Map<String, String>>> byId =
      new EnumMap<>(FilterDataset.class);
  private final SchemaFields schemas;

  GroupRecords(World world, DatasetStore store, String groupArn) {
    Map<FilterDataset, Map<String, FieldSchema>> fields = new EnumMap<>(FilterDataset.class);
    for (FilterDataset type : FilterDataset.values()) {
      Resource dataset = Rows.dataset(world, groupArn, type);
      if (dataset != null) {
        rows.put(type, store.of(dataset.arn()).rows());
        fields.put(type, Rows.schema(world, dataset).byName());
      }
    }
    this.schemas = new SchemaFields(fields);
  }

  private static String idField(FilterDataset type) {
    return switch (type) {
      case ITEMS -> "ITEM_ID";
      case ACTIONS -> "ACTION_ID";
      default -> "USER_ID";
    };
  }

  List<Map<String, String>> rows(FilterDataset type) {
    return rows.getOrDefault(type, List.of());
  }

  /** The rows of Items, Users or Actions by ID. */
  Map<String, Map<String, String>> byId(FilterDataset type) {
    return byId.computeIfAbsent(
        type,
        missing -> {
          Map<String, Map<String, String>> found = new LinkedHashMap<>();
          rows(type).forEach(row -> found.put(row.get(idField(type)), row));
          return found;
        });
  }

  /** The value of a field of one record for filters. */
  Optional<AttributeValue> value(FilterDataset type, String id, String field) {
    Map<String, String> row = id == null ? null : byId(type).get(id);
    String name =
        row == null
            ? null
            : row.keySet().stream().filter(field::equalsIgnoreCase).findFirst().orElse(null);
    return name == null
        ? Optional.empty()
        : schemas.field(type, name).map(schema -> attribute(schema, row.get(name)));
  }

  private static AttributeValue attribute(FieldSchema schema, String text) {
    if (schema.type().isNumber()) {
      return new AttributeValue.Numeric(new BigDecimal(text));
    }
    boolean several = schema.type() == AvroType.STRING && schema.categorical();
    return several ? AttributeValue.categories(text) : AttributeValue.text(text);
  }

  /** The types of the events of a user, by item or action. */
  Map<String, Set<String>> eventTypes(FilterDataset events, String idField, String user) {
    Map<String, Set<String>> types = new HashMap<>();
    for (Map<String, String> row : rows(events)) {
      if (user.equals(row.get("USER_ID")) && row.get(idField) != null) {
        types
            .computeIfAbsent(row.get(idField), id -> new HashSet<>())
            .add(row.getOrDefault("EVENT_TYPE", ""));
      }
    }
    return types;
  }

  /**
   * The number of events of each item or action, the highest first; equal numbers in the order of
   * the IDs.
   */
  List<Map.Entry<String, Integer>> popularity(FilterDataset events, String idField) {
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, String> row : rows(events)) {
      if (row.get(idField) != null) {
        counts.merge(row.get(idField), 1, Integer::sum);
      }
    }
    return ranked(counts);
  }

  /** The number of users that each other item shares with an item, the highest first. */
  List<Map.Entry<String, Integer>> related(String item) {
    Set<String> users =
        rows(FilterDataset.INTERACTIONS).stream()
            .filter(row -> item.equals(row.get("ITEM_ID")))
            .map(row -> row.get("USER_ID"))
            .collect(Collectors.toSet());
    Map<String, Integer> counts = new HashMap<>();
    for (Map<String, String> row : rows(FilterDataset.INTERACTIONS)) {
      String other = row.get("ITEM_ID");
      if (other != null && !other.equals(item) && users.contains(row.get("USER_ID"))) {
        counts.merge(other, 1, Integer::sum);
      }
    }
    return ranked(counts);
  }

  private static List<Map.Entry<String, Integer>> ranked(Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
    ranked.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return ranked;
  }
}
