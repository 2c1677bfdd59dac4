package io.personalizeoperator.simulator.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FieldSchema;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A schema of Amazon Personalize: a flat Avro record (developer guide, "Creating schema JSON
 * files").
 *
 * @param name the record's name, such as {@code Interactions}; in Personalize it is the dataset
 *     type
 */
public record SchemaDocument(String name, List<AvroField> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_][A-Za-z\\d_]*");

  /**
   * Reads a schema.
   *
   * @throws ServiceException InvalidInputException when the text is not a flat Avro record
   */
  public static SchemaDocument parse(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ServiceException.invalidInput(
          "The schema is not valid JSON: " + e.getOriginalMessage());
    }
    if (!json.isObject()
        || !"record".equals(json.path("type").asText())
        || !json.path("name").isTextual()) {
      throw ServiceException.invalidInput(
          "The schema must be an Avro record with a type, a name and fields.");
    }
    if (!json.path("fields").isArray() || json.path("fields").isEmpty()) {
      throw ServiceException.invalidInput("The schema must have a list of fields.");
    }
    Map<String, AvroField> fields = new LinkedHashMap<>();
    for (JsonNode field : json.path("fields")) {
      AvroField parsed = field(field);
      if (fields.put(parsed.name(), parsed) != null) {
        throw ServiceException.invalidInput(
            "The schema has the field %s more than once.", parsed.name());
      }
    }
    return new SchemaDocument(json.path("name").asText(), List.copyOf(fields.values()));
  }

  private static AvroField field(JsonNode json) {
    String name = json.path("name").asText();
    if (!FIELD_NAME.matcher(name).matches()) {
      throw ServiceException.invalidInput(
          "The schema has a field whose name is not valid: '%s'.", name);
    }
    List<String> types = new ArrayList<>();
    JsonNode type = json.path("type");
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      types.add(one.isTextual() ? one.textValue() : "");
    }
    boolean nullable = types.remove("null");
    Set<AvroType> known = EnumSet.noneOf(AvroType.class);
    for (String one : types) {
      known.add(type(name, one));
    }
    if (known.size() != 1) {
      throw ServiceException.invalidInput("The field %s must have one type, beside null.", name);
    }
    FieldSchema field =
        new FieldSchema(
            known.iterator().next(),
            nullable,
            json.path("categorical").asBoolean(false),
            json.path("textual").asBoolean(false));
    return new AvroField(name, field, json.path("itemName").asBoolean(false));
  }

  private static AvroType type(String field, String name) {
    for (AvroType type : AvroType.values()) {
      if (type.toString().equals(name)) {
        return type;
      }
    }
    throw ServiceException.invalidInput(
        "The field %s has a type that Amazon Personalize does not support; it supports float, double, int, long,"
            + " string, boolean and null.",
        field);
  }

  /** The field of that name, or null. */
  public AvroField field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst().orElse(null);
  }

  /**
   * The dataset type that the record's name means, or null. {@code ActionInteractions} has no
   * underscore.
   */
  public FilterDataset namedType() {
    String plain = name.replace("_", "").toUpperCase(Locale.ROOT);
    for (FilterDataset dataset : FilterDataset.values()) {
      if (dataset.name().replace("_", "").equals(plain)) {
        return dataset;
      }
    }
    return null;
  }

  /** The fields by name. */
  public Map<String, FieldSchema> byName() {
    Map<String, FieldSchema> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(field.name(), field.field()));
    return byName;
  }
}
