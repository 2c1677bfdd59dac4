package io.personalizeoperator.api.schema;

/** Type of a schema's column: the Avro primitives that Amazon Personalize takes. */
public enum FieldType {
  STRING,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  BOOLEAN
}
