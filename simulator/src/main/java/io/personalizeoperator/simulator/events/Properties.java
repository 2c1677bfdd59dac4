package io.personalizeoperator.simulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.AvroField;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import java.util.Map;

/**
 * The {@code properties} of a record: a JSON object in a string, whose camel case keys match the
 * schema's fields.
 */
final class Properties {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Properties() {}

  /**
   * Puts the properties into a row.
   *
   * @param complete whether the row must then have all fields of the schema that do not allow null
   * @throws ServiceException InvalidInputException for a field or value that does not fit the
   *     schema
   */
  static void into(Map<String, String> row, String text, SchemaDocument schema, boolean complete) {
    if (text != null) {
      for (Map.Entry<String, JsonNode> property : parse(text).properties()) {
        put(row, property.getKey(), property.getValue(), schema);
      }
    }
    if (!complete) {
      return;
    }
    for (AvroField field : schema.fields()) {
      if (!field.field().nullable() && !row.containsKey(field.name())) {
        throw ServiceException.invalidInput("The record lacks the field %s.", field.name());
      }
    }
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw ServiceException.invalidInput("properties is not valid JSON.");
    }
    throw ServiceException.invalidInput("properties is not a JSON object.");
  }

  private static void put(
      Map<String, String> row, String key, JsonNode value, SchemaDocument schema) {
    AvroField field =
        schema.fields().stream()
            .filter(one -> one.name().replace("_", "").equalsIgnoreCase(key.replace("_", "")))
            .findFirst()
            .orElseThrow(
                () ->
                    ServiceException.invalidInput(
                        "The schema has no field for the property %s.", key));
    if (value.isNull() && field.field().nullable()) {
      return;
    }
    if (value.isContainerNode() || !field.accepts(value.asText())) {
      throw ServiceException.invalidInput(
          "The property %s must be of type %s.", key, field.field().type());
    }
    row.put(field.name(), value.asText());
  }
}
