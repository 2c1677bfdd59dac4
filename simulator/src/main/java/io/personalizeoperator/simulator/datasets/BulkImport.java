package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.FilterDataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    ImportedRows rows = new ImportedRows(type, schema);
    for (Path file : storage.files(location)) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        rows.read(file.getFileName().toString(), new CsvReader(reader));
      } catch (IOException e) {
        throw new ImportException(
            "The file %s is not readable as UTF-8 text.".formatted(file.getFileName()));
      }
    }
    return rows.complete();
  }
}
