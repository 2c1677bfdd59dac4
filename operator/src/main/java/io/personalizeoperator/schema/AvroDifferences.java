package io.personalizeoperator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * In what the Avro text of a schema in AWS differs from a wanted one, column by column. The layout,
 * the order of keys and the order of the types in a union have no meaning.
 *
 * @param wanted in canonical form
 * @param live in canonical form
 */
record AvroDifferences(JsonNode wanted, JsonNode live) {
  private static final String FIELDS = "fields";

  /**
   * A text in the form in which equal ones are equal: a union has {@code null} first and then its
   * types by name, and switches that are off are left out.
   */
  static JsonNode canonical(JsonNode avro) {
    JsonNode copy = avro.deepCopy();
    copy.path(FIELDS).forEach(AvroDifferences::normalize);
    return copy;
  }

  private static void normalize(JsonNode field) {
    if (!(field instanceof ObjectNode column)) {
      return;
    }
    if (column.get("type") instanceof ArrayNode union) {
      List<JsonNode> types = new ArrayList<>();
      union.forEach(types::add);
      types.sort(
          Comparator.comparing((JsonNode type) -> !type.asText().equals("null"))
              .thenComparing(JsonNode::toString));
      union.removeAll();
      union.addAll(types);
    }
    for (String mark : List.of("categorical", "textual")) {
      if (column.path(mark).isBoolean() && !column.path(mark).asBoolean()) {
        column.remove(mark);
      }
    }
  }

  /** Each difference in a few words, with what AWS has. */
  List<String> inWords() {
    if (wanted.equals(live)) {
      return List.of();
    }
    Map<String, JsonNode> wantedColumns = columns(wanted);
    Map<String, JsonNode> liveColumns = columns(live);
    List<String> all = new ArrayList<>();
    liveColumns.forEach(
        (name, column) -> {
          JsonNode asked = wantedColumns.get(name);
          if (asked == null) {
            all.add("column %s is only in AWS".formatted(name));
          } else if (!asked.equals(column)) {
            all.add("column %s is %s in AWS".formatted(name, withoutName(column)));
          }
        });
    wantedColumns.keySet().stream()
        .filter(name -> !liveColumns.containsKey(name))
        .forEach(name -> all.add("column %s is not in AWS".formatted(name)));
    all.addAll(others());
    if (all.isEmpty()) {
      all.add("the columns have another order in AWS");
    }
    return all;
  }

  private static JsonNode withoutName(JsonNode column) {
    return column instanceof ObjectNode object ? object.deepCopy().without("name") : column;
  }

  private static Map<String, JsonNode> columns(JsonNode avro) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    avro.path(FIELDS).forEach(column -> all.put(column.path("name").asText(), column));
    return all;
  }

  /** What is no column: the record's name, namespace and version. */
  private List<String> others() {
    TreeSet<String> keys = new TreeSet<>();
    wanted.fieldNames().forEachRemaining(keys::add);
    live.fieldNames().forEachRemaining(keys::add);
    keys.remove(FIELDS);
    return keys.stream()
        .filter(key -> !wanted.path(key).equals(live.path(key)))
        .map(
            key ->
                live.has(key)
                    ? "%s is %s in AWS".formatted(key, live.get(key))
                    : "%s is not in AWS".formatted(key))
        .toList();
  }
}
