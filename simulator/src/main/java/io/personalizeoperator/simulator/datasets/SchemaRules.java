package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requirements of each dataset type for its schema (developer guide, "Creating schema JSON
 * files" and the pages on the datasets of custom groups and of each domain).
 */
public final class SchemaRules {
  private SchemaRules() {}

  /**
   * Refuses a schema that is not valid for a dataset of that type.
   *
   * @param domain the schema's domain, or null
   * @throws ServiceException InvalidInputException
   */
  public static void check(FilterDataset type, SchemaDocument schema, String domain) {
    checkName(type, schema);
    Map<String, KnownField> known = KnownFields.of(type, domain);
    if (known.isEmpty()) {
      // Developer guide, "Preparing action metadata for training".
      throw ServiceException.invalidInput(
          "A dataset group of the domain %s cannot have an %s dataset.", domain, type.name());
    }
    List<String> missing =
        known.values().stream()
            .filter(field -> field.required() && schema.field(field.name()) == null)
            .map(KnownField::name)
            .toList();
    if (!missing.isEmpty()) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset%s must have the fields %s; it has no %s.",
          type.name(),
          domain == null ? "" : " of the domain " + domain,
          known.values().stream().filter(KnownField::required).map(KnownField::name).toList(),
          missing);
    }
    for (AvroField field : schema.fields()) {
      checkAttributes(type, field);
      if (known.containsKey(field.name())) {
        known.get(field.name()).check(field);
      }
    }
    checkNames(schema);
    MetadataRules.check(type, schema, known);
  }

  /**
   * Refuses a schema whose record name is no dataset type.
   *
   * @return the dataset type that it names
   * @throws ServiceException InvalidInputException
   */
  public static FilterDataset namedType(SchemaDocument schema) {
    FilterDataset named = schema.namedType();
    if (named == null) {
      throw ServiceException.invalidInput(
          "The schema's name %s must match a dataset type: Interactions, Items, Users, Actions or ActionInteractions.",
          schema.name());
    }
    return named;
  }

  private static void checkName(FilterDataset type, SchemaDocument schema) {
    FilterDataset named = namedType(schema);
    if (named != type) {
      throw ServiceException.invalidInput(
          "The schema is one of an %s dataset, not of an %s dataset.", named.name(), type.name());
    }
  }

  private static void checkAttributes(FilterDataset type, AvroField field) {
    boolean marked = field.field().categorical() || field.field().textual() || field.itemName();
    if (marked && !field.is(AvroType.STRING)) {
      throw ServiceException.invalidInput(
          "The field %s of the schema must have the type string to be categorical, textual or the item name.",
          field.name());
    }
    if (type != FilterDataset.ITEMS && (field.field().textual() || field.itemName())) {
      throw ServiceException.invalidInput(
          "Only the schema of an ITEMS dataset can have a textual field or an item name; the field %s is one.",
          field.name());
    }
  }

  /** Names that differ in underscores only are the same to Amazon Personalize. */
  private static void checkNames(SchemaDocument schema) {
    Map<String, String> names = new HashMap<>();
    for (AvroField field : schema.fields()) {
      String same = names.put(field.name().replace("_", ""), field.name());
      if (same != null) {
        throw ServiceException.invalidInput(
            "The schema has the fields %s and %s, whose alphanumeric names are the same.",
            same, field.name());
      }
    }
  }
}
