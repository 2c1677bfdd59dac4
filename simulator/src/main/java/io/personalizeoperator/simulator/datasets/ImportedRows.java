package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.FilterDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the records of all files of one import, and checks them. */
final class ImportedRows {
  private static final int MOST_EVENT_TYPES_AND_METADATA = 10;

  private final FilterDataset type;
  private final SchemaDocument schema;
  private final Set<String> keywords;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private List<String> header;

  ImportedRows(FilterDataset type, SchemaDocument schema) {
    this.type = type;
    this.schema = schema;
    this.keywords =
        KnownFields.of(type, null).values().stream()
            .filter(field -> !field.required())
            .map(KnownField::name)
            .collect(Collectors.toSet());
  }

  /** Reads one file. */
  void read(String file, CsvReader csv) throws IOException, ImportException {
    List<String> columns = csv.record();
    if (columns == null) {
      throw new ImportException("The file %s is empty.".formatted(file));
    }
    CsvHeader.check(columns, csv.hasQuotes(), schema);
    if (header != null && !header.equals(columns)) {
      throw new ImportException(
          "All column headers must match across all files; those of %s are %s and not %s."
              .formatted(file, columns, header));
    }
    header = columns;
    int line = 1;
    for (List<String> record = csv.record(); record != null; record = csv.record()) {
      line++;
      if (csv.hasLineBreak()) {
        throw new ImportException("Row %d of %s is not on a single line.".formatted(line, file));
      }
      rows.add(row(file, line, record));
    }
  }

  private Map<String, String> row(String file, int line, List<String> record)
      throws ImportException {
    if (record.size() != header.size()) {
      throw new ImportException(
          "Row %d of %s has %d values for %d columns."
              .formatted(line, file, record.size(), header.size()));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      AvroField field = schema.field(header.get(i));
      if (field == null) {
        continue;
      }
      String value = record.get(i);
      String problem = ValueRules.problem(type, field, value, keywords);
      if (problem != null) {
        throw new ImportException("Row %d of %s: %s.".formatted(line, file, problem));
      }
      if (!value.isEmpty()) {
        row.put(field.name(), value);
      }
    }
    return Map.copyOf(row);
  }

  /**
   * All records.
   *
   * @throws ImportException when an import of interactions has too few records or too many event
   *     types
   */
  List<Map<String, String>> complete() throws ImportException {
    if (type != FilterDataset.INTERACTIONS) {
      return rows;
    }
    if (rows.size() < Minimum.INTERACTIONS) {
      throw new ImportException(
          "An import needs at least %d item interactions; the location has %d."
              .formatted(Minimum.INTERACTIONS, rows.size()));
    }
    long eventTypes =
        rows.stream().map(row -> row.getOrDefault("EVENT_TYPE", "")).distinct().count();
    long metadata = schema.fields().stream().filter(this::isOptionalMetadata).count();
    if (schema.field("EVENT_TYPE") != null
        && eventTypes + metadata > MOST_EVENT_TYPES_AND_METADATA) {
      // Developer guide, "Item interactions dataset schema requirements (custom)".
      throw new ImportException(
          "The distinct event types (%d) and the optional metadata columns (%d) must be at most %d together."
              .formatted(eventTypes, metadata, MOST_EVENT_TYPES_AND_METADATA));
    }
    return rows;
  }

  /** EVENT_TYPE and EVENT_VALUE count, the other reserved keywords do not. */
  private boolean isOptionalMetadata(AvroField field) {
    return Set.of("EVENT_TYPE", "EVENT_VALUE").contains(field.name())
        || !KnownFields.of(type, null).containsKey(field.name());
  }
}
