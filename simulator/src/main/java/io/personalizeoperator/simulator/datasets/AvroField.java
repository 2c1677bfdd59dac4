package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FieldSchema;

/**
 * A field of a schema.
 *
 * @param field its type as filter expressions see it
 * @param itemName whether the schema marks it {@code "itemName": true}: the title of an item
 *     (developer guide, "Semantic-Similarity recipe")
 */
public record AvroField(String name, FieldSchema field, boolean itemName) {
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
          // Developer guide, "Datasets and schemas": the values must be lower case in the data.
          return text.equals("true") || text.equals("false");
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
