package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the Items dataset that a request asks for with each item (API reference,
 * metadataColumns).
 */
final class Metadata {
  /** The maximum number of items of an answer with metadata, and without. */
  static final int MOST_WITH = 50;

  static final int MOST_WITHOUT = 500;
  private static final int MOST_COLUMNS = 10;
  private final List<String> columns;

  private Metadata(List<String> columns) {
    this.columns = columns;
  }

  /**
   * The columns of the call.
   *
   * @throws ServiceException InvalidInputException when metadata is not enabled, or the key is not
   *     ITEMS
   */
  @SuppressWarnings("unchecked")
  static Metadata of(Call call, Served served) {
    Map<String, Object> wanted = call.object("metadataColumns");
    if (wanted.isEmpty()) {
      return new Metadata(List.of());
    }
    if (!served.metadata()) {
      throw ServiceException.invalidInput("Metadata in recommendations is not enabled.");
    }
    if (!(wanted.get("ITEMS") instanceof List<?> columns) || columns.size() > MOST_COLUMNS) {
      throw ServiceException.invalidInput(
          "metadataColumns takes ITEMS and at most %d columns.", MOST_COLUMNS);
    }
    return new Metadata((List<String>) columns);
  }

  /** The maximum number of items that the request may ask for. */
  int most() {
    return columns.isEmpty() ? MOST_WITHOUT : MOST_WITH;
  }

  /** The metadata of an item; null when the request asks for none. */
  Map<String, Object> of(GroupRecords records, String item) {
    if (columns.isEmpty()) {
      return null;
    }
    Map<String, String> row = records.byId(FilterDataset.ITEMS).getOrDefault(item, Map.of());
    Map<String, Object> metadata = new HashMap<>();
    for (String column : columns) {
      if (row.get(column) != null) {
        metadata.put(column, row.get(column));
      }
    }
    return Map.copyOf(metadata);
  }
}
