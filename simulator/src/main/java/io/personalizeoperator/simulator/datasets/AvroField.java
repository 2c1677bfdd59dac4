package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FieldSchema;

/** A field of a schema: its name, and its type as filter expressions see it. */
public record AvroField(String name, FieldSchema field) {
  /** Whether the text is a value of the field's type. An empty text is a missing value. */
  public boolean accepts(String text) {
    if (text.isEmpty()) {
      return field.nullable();
    }
    try {
      switch (field.type()) {
        case INT -> Integer.parseInt(text);
        case LONG -> Long.parseLong(text);
        case FLOAT, DOUBLE -> Double.parseDouble(text);
        case BOOLEAN -> {
          return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        }
        default -> {
          return true;
        }
      }
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  boolean is(AvroType type) {
    return field.type() == type;
  }
}
