package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many metadata fields a schema must and can have: fields that are neither required nor
 * reserved (developer guide, "Custom datasets and schemas" and "Amazon Personalize endpoints and
 * quotas").
 */
final class MetadataRules {
  private static final Map<FilterDataset, Integer> MOST =
      new EnumMap<>(
          Map.of(
              FilterDataset.INTERACTIONS, 5,
              FilterDataset.USERS, 25,
              FilterDataset.ITEMS, 100,
              FilterDataset.ACTIONS, 10,
              FilterDataset.ACTION_INTERACTIONS, 5));

  private MetadataRules() {}

  /**
   * Refuses a schema with too many or no metadata fields.
   *
   * @throws ServiceException InvalidInputException
   */
  static void check(FilterDataset type, SchemaDocument schema, Map<String, KnownField> known) {
    List<AvroField> own =
        schema.fields().stream().filter(field -> !known.containsKey(field.name())).toList();
    if (own.size() > MOST.get(type)) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset can have at most %d metadata fields; it has %d.",
          type.name(), MOST.get(type), own.size());
    }
    if (schema.fields().stream().filter(field -> field.field().textual()).count() > 1) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset can have at most 1 textual field.", type.name());
    }
    if (schema.fields().stream().filter(AvroField::itemName).count() > 1) {
      // Developer guide, "Semantic-Similarity recipe": one string field.
      throw ServiceException.invalidInput(
          "The schema of an %s dataset can have at most 1 item name.", type.name());
    }
    if (!type.recordsEvents()
        && schema.fields().stream().noneMatch(field -> isMetadata(field, known))) {
      throw ServiceException.invalidInput(
          "The schema of an %s dataset must have at least one metadata field: a categorical string%s or a number.",
          type.name(), type == FilterDataset.ITEMS ? ", a textual string" : "");
    }
  }

  private static boolean isMetadata(AvroField field, Map<String, KnownField> known) {
    boolean usable =
        field.is(AvroType.STRING)
            ? field.field().categorical() || field.field().textual()
            : field.field().type().isNumber();
    KnownField defined = known.get(field.name());
    return usable && (defined == null || defined.ofDomain());
  }
}
