package io.personalizeoperator.simulator.datasets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first row of a CSV file (developer guide, "Preparing training data for Amazon Personalize",
 * bulk data format guidelines, and "Creating schema JSON files").
 */
final class CsvHeader {
  private CsvHeader() {}

  /**
   * Checks the columns against the schema.
   *
   * @param quoted whether a column's name is in quotes
   * @throws ImportException when a column is missing, its name is not unique, or the order is not
   *     that of the schema
   */
  static void check(List<String> header, boolean quoted, SchemaDocument schema)
      throws ImportException {
    if (quoted) {
      throw new ImportException("Column headers must not be enclosed in quotation marks.");
    }
    List<String> missing =
        schema.fields().stream()
            .map(AvroField::name)
            .filter(name -> !header.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new ImportException("Input CSV is missing the following columns: " + missing);
    }
    Set<String> names = new HashSet<>();
    for (String column : header) {
      if (!names.add(column.replace("_", ""))) {
        throw new ImportException(
            "Columns must have unique alphanumeric names; %s is not one.".formatted(column));
      }
    }
    List<String> wanted = schema.fields().stream().map(AvroField::name).toList();
    List<String> found = new ArrayList<>(header);
    found.retainAll(wanted);
    if (!found.equals(wanted)) {
      throw new ImportException(
          "The columns %s are not in the order of the schema: %s.".formatted(found, wanted));
    }
  }
}
