package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object of a control request. It refuses unknown members and wrong types with the name of
 * the member.
 */
final class ControlInput {
  private final JsonNode json;

  ControlInput(JsonNode json, Set<String> known) {
    if (!json.isObject()) {
      throw new ControlException("The body must be a JSON object.");
    }
    this.json = json;
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!known.contains(member.getKey())) {
        throw new ControlException(
            "%s: unknown member; allowed are %s.",
            member.getKey(), List.copyOf(known).stream().sorted().toList());
      }
    }
  }

  boolean has(String name) {
    return json.has(name);
  }

  boolean isNull(String name) {
    return json.has(name) && json.get(name).isNull();
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode node(String name) {
    JsonNode node = json.get(name);
    if (node == null) {
      throw new ControlException("%s: missing.", name);
    }
    return node;
  }

  String text(String name) {
    JsonNode node = node(name);
    if (!node.isTextual()) {
      throw new ControlException("%s: must be a string.", name);
    }
    return node.textValue();
  }

  String textOrNull(String name) {
    return json.has(name) ? text(name) : null;
  }

  List<String> texts(String name) {
    JsonNode node = node(name);
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      texts.add(element.textValue());
    }
    if (!node.isArray() || texts.contains(null)) {
      throw new ControlException("%s: must be a list of strings.", name);
    }
    return texts;
  }

  double number(String name, double least, double most) {
    JsonNode node = node(name);
    if (!node.isNumber() || !(node.doubleValue() >= least && node.doubleValue() <= most)) {
      throw new ControlException(
          "%s: must be a number from %s to %s.", name, plain(least), plain(most));
    }
    return node.doubleValue();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  int whole(String name, int least) {
    JsonNode node = node(name);
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least) {
      throw new ControlException("%s: must be a whole number, at least %d.", name, least);
    }
    return node.intValue();
  }

  Duration duration(String name) {
    try {
      Duration duration = Duration.parse(text(name));
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw new ControlException("%s: must be an ISO 8601 duration such as PT5M.", name);
    }
    throw new ControlException("%s: must not be negative.", name);
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new ControlException("%s: must be an instant such as 2026-11-24T10:00:00Z.", name);
    }
  }
}
