package io.personalizeoperator.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.ScheduledStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes resources as JSON and reads them. Instants inside members are {@code {"$at":"…"}}, so that
 * they are read as instants.
 */
final class StateCodec {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSTANT = "$at";

  private StateCodec() {}

  static ObjectNode write(Resource resource) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", resource.kind().name());
    json.put("arn", resource.arn());
    json.put("name", resource.name());
    json.put("sequence", resource.sequence());
    json.put("parent", resource.parent());
    json.put("status", resource.status());
    json.put("created", resource.created().toString());
    json.put("updated", resource.updated().toString());
    json.put("failureReason", resource.failureReason());
    json.set("members", value(resource.members()));
    json.set("tags", value(resource.tags()));
    ArrayNode scheduled = json.putArray("dues");
    for (ScheduledStep planned : resource.scheduled()) {
      scheduled
          .addObject()
          .put("at", planned.at().toString())
          .put("order", planned.order())
          .put("step", planned.step().name());
    }
    return json;
  }

  static Resource read(JsonNode json) {
    List<ScheduledStep> scheduled = new ArrayList<>();
    for (JsonNode planned : json.get("dues")) {
      scheduled.add(
          new ScheduledStep(
              Instant.parse(planned.get("at").textValue()),
              planned.get("order").longValue(),
              ScheduledStep.Step.valueOf(planned.get("step").textValue())));
    }
    return new Resource(
        ResourceKind.valueOf(json.get("kind").textValue()),
        json.get("arn").textValue(),
        json.get("name").textValue(),
        json.get("sequence").longValue(),
        json.get("parent").textValue(),
        json.get("status").textValue(),
        Instant.parse(json.get("created").textValue()),
        Instant.parse(json.get("updated").textValue()),
        json.get("failureReason").textValue(),
        map(json.get("members")),
        texts(json.get("tags")),
        List.copyOf(scheduled));
  }

  static JsonNode value(Object value) {
    return switch (value) {
      case String text -> JSON.getNodeFactory().textNode(text);
      case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
      case Integer whole -> JSON.getNodeFactory().numberNode(whole);
      case Double decimal -> JSON.getNodeFactory().numberNode(decimal);
      case Instant instant -> JSON.createObjectNode().put(INSTANT, instant.toString());
      case List<?> list -> {
        ArrayNode array = JSON.createArrayNode();
        list.forEach(element -> array.add(value(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = JSON.createObjectNode();
        map.forEach((name, element) -> object.set((String) name, value(element)));
        yield object;
      }
      default -> throw new IllegalArgumentException("Cannot keep a " + value.getClass());
    };
  }

  private static Object plain(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> json.textValue();
      case BOOLEAN -> json.booleanValue();
      case NUMBER ->
          json.isIntegralNumber() ? (Object) json.intValue() : (Object) json.doubleValue();
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        json.forEach(element -> list.add(plain(element)));
        yield List.copyOf(list);
      }
      case OBJECT -> json.has(INSTANT) ? Instant.parse(json.get(INSTANT).textValue()) : map(json);
      default -> throw new IllegalArgumentException("Unexpected in a state file: " + json);
    };
  }

  private static Map<String, Object> map(JsonNode json) {
    Map<String, Object> map = new HashMap<>();
    json.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
    return Map.copyOf(map);
  }

  static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new HashMap<>();
    json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
    return Map.copyOf(texts);
  }
}
