package io.personalizeoperator.simulator.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes plain values as the JSON of an answer. It writes only members of the shape. */
public final class OutputWriter {
  private OutputWriter() {}

  /** Writes one value of that shape. */
  public static void write(Shape shape, Object value, JsonGenerator json) throws IOException {
    switch (shape) {
      case Shape.Text text -> json.writeString((String) value);
      case Shape.Whole whole -> json.writeNumber(((Number) value).intValue());
      case Shape.Decimal decimal -> json.writeNumber(((Number) value).doubleValue());
      case Shape.Flag flag -> json.writeBoolean((Boolean) value);
      // AWS JSON 1.1 has seconds with a fraction; milliseconds are what Personalize keeps.
      case Shape.Moment moment ->
          json.writeNumber(BigDecimal.valueOf(((Instant) value).toEpochMilli(), 3));
      case Shape.Items items -> {
        json.writeStartArray();
        for (Object element : (List<?>) value) {
          write(items.element(), element, json);
        }
        json.writeEndArray();
      }
      case Shape.Entries entries -> {
        json.writeStartObject();
        // Sorted, so that equal resources get equal JSON.
        for (Map.Entry<?, ?> entry : new TreeMap<>((Map<?, ?>) value).entrySet()) {
          json.writeFieldName((String) entry.getKey());
          write(entries.value(), entry.getValue(), json);
        }
        json.writeEndObject();
      }
      case Shape.Structure structure -> structure(structure, (Map<?, ?>) value, json);
    }
  }

  private static void structure(Shape.Structure shape, Map<?, ?> values, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Shape.Member member : shape.members()) {
      Object value = values.get(member.name());
      if (value != null) {
        json.writeFieldName(member.name());
        write(member.shape(), value, json);
      }
    }
    json.writeEndObject();
  }
}
