package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.FilterDataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The work of a dataset import job: reads the CSV files of a location by the dataset's schema. */
public final class BulkImport {
  private final Storage storage;
  private final DatasetStore store;

  /** Creates imports from that storage into that store. */
  public BulkImport(Storage storage, DatasetStore store) {
    this.storage = storage;
    this.store = store;
  }

  /**
   * Imports into a dataset.
   *
   * @param way FULL or INCREMENTAL
   * @return null when it succeeds, else the failureReason
   */
  public String run(
      String dataset,
      FilterDataset type,
      SchemaDocument schema,
      String location,
      RecordChange.Type way,
      Instant now) {
    try {
      if (location.contains("/missing")) {
        throw new ImportException("Path does not exist: " + location);
      }
      store.apply(
          storage.real()
              ? new RecordChange(dataset, way, rows(type, schema, location), now)
              : new RecordChange(dataset, RecordChange.Type.UNREAD, List.of(), now));
      return null;
    } catch (ImportException e) {
      return "Failed to create a data import job for %s dataset. %s"
          .formatted(type.name(), e.getMessage());
    }
  }

  private List<Map<String, String>> rows(FilterDataset type, SchemaDocument schema, String location)
      throws ImportException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Path file : storage.files(location)) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        read(file.getFileName().toString(), schema, new CsvReader(reader), rows);
      } catch (IOException e) {
        throw new ImportException(
            "The file %s is not readable as UTF-8 text.".formatted(file.getFileName()));
      }
    }
    if (type == FilterDataset.INTERACTIONS && rows.size() < Minimum.INTERACTIONS) {
      throw new ImportException(
          "An import needs at least %d item interactions; the location has %d."
              .formatted(Minimum.INTERACTIONS, rows.size()));
    }
    return rows;
  }

  private static void read(
      String file, SchemaDocument schema, CsvReader csv, List<Map<String, String>> rows)
      throws IOException, ImportException {
    List<String> header = csv.record();
    if (header == null) {
      throw new ImportException("The file %s is empty.".formatted(file));
    }
    List<String> missing =
        schema.fields().stream()
            .map(AvroField::name)
            .filter(name -> !header.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new ImportException("Input CSV is missing the following columns: " + missing);
    }
    int line = 1;
    for (List<String> record = csv.record(); record != null; record = csv.record()) {
      line++;
      rows.add(row(file, line, schema, header, record));
    }
  }

  private static Map<String, String> row(
      String file, int line, SchemaDocument schema, List<String> header, List<String> record)
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
      if (!field.accepts(value)) {
        throw new ImportException(
            "Row %d of %s: the column %s must be of type %s; found '%s'."
                .formatted(line, file, field.name(), field.field().type(), value));
      }
      if (!value.isEmpty()) {
        row.put(field.name(), value);
      }
    }
    return Map.copyOf(row);
  }
}
