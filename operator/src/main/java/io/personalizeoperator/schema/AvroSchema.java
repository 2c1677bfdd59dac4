package io.personalizeoperator.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personalizeoperator.api.schema.SchemaField;
import io.personalizeoperator.api.schema.SchemaSpec;
import io.personalizeoperator.decision.ContentHash;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the form that Amazon Personalize takes: a flat Avro record as JSON (developer guide,
 * "Creating schema JSON files").
 */
final class AvroSchema {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String NAMESPACE = "com.amazonaws.personalize.schema";

  private final String text;
  private final @Nullable JsonNode content;
  private final @Nullable String problem;

  private AvroSchema(String text, @Nullable JsonNode content, @Nullable String problem) {
    this.text = text;
    this.content = content;
    this.problem = problem;
  }

  /** From a spec: its Avro text, or its fields written as Avro. */
  static AvroSchema of(SchemaSpec spec) {
    if (spec.avro() != null) {
      return parse(spec.avro());
    }
    ObjectNode record = JSON.createObjectNode();
    record.put("type", "record");
    record.put("name", Objects.requireNonNull(spec.type()).name().replace("_", ""));
    record.put("namespace", NAMESPACE);
    ArrayNode fields = record.putArray("fields");
    Objects.requireNonNull(spec.fields()).forEach(field -> fields.add(field(field)));
    record.put("version", "1.0");
    return new AvroSchema(record.toString(), AvroDifferences.canonical(record), null);
  }

  private static AvroSchema parse(String avro) {
    try {
      JsonNode content = JSON.readTree(avro);
      return content.isMissingNode()
          ? new AvroSchema(avro, null, "spec.avro is not JSON: it is empty.")
          : new AvroSchema(avro, AvroDifferences.canonical(content), null);
    } catch (JsonProcessingException e) {
      return new AvroSchema(
          avro,
          null,
          "spec.avro is not JSON: %s (line %d, column %d)."
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    }
  }

  private static ObjectNode field(SchemaField field) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", field.name());
    String type = field.type() == null ? "string" : field.type().name().toLowerCase(Locale.ROOT);
    if (Boolean.TRUE.equals(field.nullable())) {
      node.putArray("type").add("null").add(type);
    } else {
      node.put("type", type);
    }
    if (Boolean.TRUE.equals(field.categorical())) {
      node.put("categorical", true);
    }
    if (Boolean.TRUE.equals(field.textual())) {
      node.put("textual", true);
    }
    return node;
  }

  /** The JSON text to send. */
  String text() {
    return text;
  }

  /** What is wrong with it, if it is no JSON. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** In what the text of a schema in AWS says something else; none, however it is laid out. */
  List<String> differencesTo(String live) {
    if (content == null) {
      return List.of("the content");
    }
    try {
      return new AvroDifferences(content, AvroDifferences.canonical(JSON.readTree(live))).inWords();
    } catch (JsonProcessingException e) {
      return List.of("the content is no JSON in AWS");
    }
  }

  /** The same for equal content. */
  String hash() {
    try {
      return ContentHash.of(
          content == null
              ? text
              : JSON.writeValueAsString(JSON.treeToValue(content, Object.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Parsed JSON can be written", e);
    }
  }
}
