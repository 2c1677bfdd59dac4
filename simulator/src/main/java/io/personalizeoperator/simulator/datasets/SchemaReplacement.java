package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.simulator.ServiceException;

/** Which schema can take the place of a dataset's schema. */
public final class SchemaReplacement {
  private SchemaReplacement() {}

  /**
   * Refuses a schema that loses a field, changes its type or attributes, or adds one that is not
   * nullable (developer guide, "Replacing a dataset's schema to add new columns").
   *
   * @throws ServiceException InvalidInputException
   */
  public static void check(SchemaDocument present, SchemaDocument next) {
    for (AvroField field : present.fields()) {
      AvroField kept = next.field(field.name());
      if (kept == null) {
        throw ServiceException.invalidInput("The new schema must keep the field %s.", field.name());
      }
      if (!kept.equals(field)) {
        throw ServiceException.invalidInput(
            "The new schema must keep the type and the attributes of the field %s.", field.name());
      }
    }
    for (AvroField field : next.fields()) {
      if (present.field(field.name()) == null && !field.field().nullable()) {
        throw ServiceException.invalidInput("The new field %s must allow null.", field.name());
      }
    }
  }
}
