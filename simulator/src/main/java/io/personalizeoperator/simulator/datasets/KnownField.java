package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.simulator.ServiceException;
import java.util.Set;

/**
 * A field whose name and type Amazon Personalize defines: a required field or a reserved keyword.
 *
 * @param required whether each schema of the dataset type must have it
 * @param types the allowed types
 * @param nullable whether its type may be a union with null
 * @param ofDomain whether only schemas of a domain know it; such a field is metadata all the same
 */
record KnownField(
    String name,
    boolean required,
    Set<AvroType> types,
    boolean nullable,
    Attribute attribute,
    boolean ofDomain) {
  /** What the schema must say of the field's text. */
  enum Attribute {
    /** The developer guide says nothing. */
    ANY,
    /** The field must not be categorical. */
    PLAIN,
    /** The field must be categorical. */
    CATEGORICAL,
    /** The field must be textual. */
    TEXTUAL
  }

  /**
   * Refuses a field of that name which is not as the developer guide defines it.
   *
   * @throws ServiceException InvalidInputException
   */
  void check(AvroField given) {
    if (!types.contains(given.field().type())) {
      throw ServiceException.invalidInput(
          "The field %s of the schema must have the type %s.",
          name, String.join(" or ", types.stream().map(AvroType::toString).sorted().toList()));
    }
    if (given.field().nullable() && !nullable) {
      throw ServiceException.invalidInput("The field %s of the schema must not allow null.", name);
    }
    if (attribute == Attribute.PLAIN && given.field().categorical()) {
      throw ServiceException.invalidInput(
          "The field %s of the schema must not be categorical.", name);
    }
    if (attribute == Attribute.CATEGORICAL && !given.field().categorical()) {
      throw ServiceException.invalidInput("The field %s of the schema must be categorical.", name);
    }
    if (attribute == Attribute.TEXTUAL && !given.field().textual()) {
      throw ServiceException.invalidInput("The field %s of the schema must be textual.", name);
    }
  }
}
