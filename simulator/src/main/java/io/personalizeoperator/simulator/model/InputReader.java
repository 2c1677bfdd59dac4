package io.personalizeoperator.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.ServiceException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of a request into plain values by the operation's shape. As AWS does, it ignores
 * members that the model does not know and takes null as absent. A value of the wrong JSON type is
 * a SerializationException.
 */
public final class InputReader {
  private InputReader() {}

  /** The members of a structure that are present, by name. */
  public static Map<String, Object> structure(Shape.Structure shape, JsonNode json) {
    if (!json.isObject()) {
      throw wrong(json, "an object");
    }
    Map<String, Object> values = new HashMap<>();
    for (Shape.Member member : shape.members()) {
      JsonNode value = json.get(member.name());
      if (value != null && !value.isNull()) {
        values.put(member.name(), value(member.shape(), value));
      }
    }
    return Map.copyOf(values);
  }

  private static Object value(Shape shape, JsonNode json) {
    return switch (shape) {
      case Shape.Text text -> {
        if (!json.isTextual()) {
          throw wrong(json, "a String");
        }
        yield json.textValue();
      }
      case Shape.Whole whole -> {
        if (!json.isNumber() || !json.canConvertToExactIntegral() || !json.canConvertToInt()) {
          throw wrong(json, "an Integer");
        }
        yield json.intValue();
      }
      case Shape.Decimal decimal -> {
        if (!json.isNumber()) {
          throw wrong(json, "a Double");
        }
        yield json.doubleValue();
      }
      case Shape.Flag flag -> {
        if (!json.isBoolean()) {
          throw wrong(json, "a Boolean");
        }
        yield json.booleanValue();
      }
      case Shape.Moment moment -> moment(json);
      case Shape.Items items -> list(items, json);
      case Shape.Entries entries -> map(entries, json);
      case Shape.Structure structure -> structure(structure, json);
    };
  }

  private static Instant moment(JsonNode json) {
    if (!json.isNumber()) {
      throw wrong(json, "a Timestamp");
    }
    try {
      BigDecimal seconds = json.decimalValue();
      return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(json, "a Timestamp");
    }
  }

  private static List<Object> list(Shape.Items shape, JsonNode json) {
    if (!json.isArray()) {
      throw wrong(json, "a List");
    }
    List<Object> values = new ArrayList<>(json.size());
    for (JsonNode element : json) {
      if (!element.isNull()) {
        values.add(value(shape.element(), element));
      }
    }
    return List.copyOf(values);
  }

  private static Map<String, Object> map(Shape.Entries shape, JsonNode json) {
    if (!json.isObject()) {
      throw wrong(json, "a Map");
    }
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      if (!entry.getValue().isNull()) {
        values.put(entry.getKey(), value(shape.value(), entry.getValue()));
      }
    }
    return Map.copyOf(values);
  }

  private static ServiceException wrong(JsonNode json, String wanted) {
    String found =
        switch (json.getNodeType()) {
          case STRING -> "STRING_VALUE";
          case NUMBER -> "NUMBER_VALUE";
          case BOOLEAN -> json.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
          case ARRAY -> "START_ARRAY";
          case OBJECT -> "START_OBJECT";
          default -> "NULL_VALUE";
        };
    return ServiceException.refusal(
        "SerializationException", "%s can not be converted to %s", found, wanted);
  }
}
