package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The requirements of each dataset type for its schema (developer guide, "Datasets and schemas":
 * required fields and metadata).
 */
public final class SchemaRules {
  private static final Map<FilterDataset, List<String>> REQUIRED =
      new EnumMap<>(FilterDataset.class);

  static {
    REQUIRED.put(FilterDataset.INTERACTIONS, List.of("USER_ID", "ITEM_ID", "TIMESTAMP"));
    REQUIRED.put(FilterDataset.USERS, List.of("USER_ID"));
    REQUIRED.put(FilterDataset.ITEMS, List.of("ITEM_ID"));
    REQUIRED.put(FilterDataset.ACTIONS, List.of("ACTION_ID"));
    REQUIRED.put(
        FilterDataset.ACTION_INTERACTIONS,
        List.of("USER_ID", "ACTION_ID", "EVENT_TYPE", "TIMESTAMP"));
  }

  private SchemaRules() {}

  /**
   * The additional requirements of a domain (developer guide, the requirements of each domain's
   * datasets).
   */
  private static List<String> ofDomain(FilterDataset type, String domain) {
    if (domain == null) {
      return List.of();
    }
    return switch (type) {
      case INTERACTIONS -> List.of("EVENT_TYPE");
      case ITEMS ->
          domain.equals("ECOMMERCE")
              ? List.of("PRICE", "CATEGORY_L1")
              : List.of("GENRES", "CREATION_TIMESTAMP");
      default -> List.of();
    };
  }

  /**
   * Refuses a schema that is not valid for a dataset of that type.
   *
   * @param domain the schema's domain, or null
   * @throws ServiceException InvalidInputException
   */
  public static void check(FilterDataset type, SchemaDocument schema, String domain) {
    FilterDataset named = schema.namedType();
    if (named != null && named != type) {
      // The API reference of CreateSchema: each schema is associated with a dataset type.
      throw ServiceException.invalidInput(
          "The schema is one of an %s dataset, not of an %s dataset.", named.name(), type.name());
    }
    List<String> required = REQUIRED.get(type);
    List<String> domainOnes =
        ofDomain(type, domain).stream().filter(name -> schema.field(name) == null).toList();
    if (!domainOnes.isEmpty()) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset of the domain %s must have the fields %s.",
          type.name(), domain, domainOnes);
    }
    List<String> missing = required.stream().filter(name -> schema.field(name) == null).toList();
    if (!missing.isEmpty()) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset must have the fields %s; it has no %s.",
          type.name(), required, missing);
    }
    for (String name : required) {
      AvroType wanted = name.equals("TIMESTAMP") ? AvroType.LONG : AvroType.STRING;
      AvroField field = schema.field(name);
      if (!field.is(wanted) || field.field().nullable()) {
        throw ServiceException.invalidInput(
            "The field %s of the schema must have the type %s.", name, wanted);
      }
    }
    if (!type.recordsEvents() && schema.fields().size() <= required.size()) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset must have at least one metadata field.", type.name());
    }
  }

  /**
   * Refuses a replacement of a schema that loses a field, changes its type, or adds one that is not
   * nullable (developer guide, "Replacing a dataset's schema").
   *
   * @throws ServiceException InvalidInputException
   */
  public static void checkReplacement(SchemaDocument present, SchemaDocument next) {
    for (AvroField field : present.fields()) {
      AvroField kept = next.field(field.name());
      if (kept == null) {
        throw ServiceException.invalidInput("The new schema must keep the field %s.", field.name());
      }
      if (kept.field().type() != field.field().type()) {
        throw ServiceException.invalidInput(
            "The new schema must keep the type of the field %s.", field.name());
      }
    }
    for (AvroField field : next.fields()) {
      if (present.field(field.name()) == null && !field.field().nullable()) {
        throw ServiceException.invalidInput("The new field %s must allow null.", field.name());
      }
    }
  }
}
