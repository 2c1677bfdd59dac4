package io.personalizeoperator.expression;

import java.util.Objects;

/**
 * A field of a Personalize schema.
 *
 * @param type its type, null aside
 * @param nullable whether the type is a union with null
 * @param categorical whether the schema marks it {@code "categorical": true}; its values may then
 *     hold several categories, separated by {@code |}
 * @param textual whether the schema marks it {@code "textual": true}: free text, which no filter
 *     can use
 */
public record FieldSchema(AvroType type, boolean nullable, boolean categorical, boolean textual) {
  /** Refuses null. */
  public FieldSchema {
    Objects.requireNonNull(type);
  }

  /** A field of a type, without marks. */
  public static FieldSchema of(AvroType type) {
    return new FieldSchema(type, false, false, false);
  }
}
