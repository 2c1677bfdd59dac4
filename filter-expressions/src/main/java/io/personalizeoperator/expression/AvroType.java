package io.personalizeoperator.expression;

import java.util.Locale;

/** The type of a schema field: one of the Avro types that Personalize schemas take, null aside. */
public enum AvroType {
  /** Text: a category, an id, an event type or a description. */
  STRING,
  /** A 32-bit integer. */
  INT,
  /** A 64-bit integer; timestamps are Unix seconds. */
  LONG,
  /** A 32-bit floating-point number. */
  FLOAT,
  /** A 64-bit floating-point number. */
  DOUBLE,
  /** True or false, which no filter can use. */
  BOOLEAN;

  /** Whether values of the type have an order. */
  public boolean isNumber() {
    return this != STRING && this != BOOLEAN;
  }

  /** The type as Avro schemas spell it, for example {@code long}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
