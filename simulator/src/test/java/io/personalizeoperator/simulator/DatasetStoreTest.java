package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.RecordChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How imports change the records of a dataset. */
class DatasetStoreTest {
  /** API_CreateDatasetImportJob: a record with the same ID is replaced; events have no ID. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ITEMS, ITEM_ID, a 1; b 2; c 2",
    "USERS, USER_ID, a 1; b 2; c 2",
    "ACTIONS, ACTION_ID, a 1; b 2; c 2",
    "INTERACTIONS, ITEM_ID, a 1; b 1; b 2; c 2",
    "ACTION_INTERACTIONS, ACTION_ID, a 1; b 1; b 2; c 2"
  })
  void anIncrementReplacesRecordsWithTheSameId(String type, String id, String left) {
    String dataset = "arn:aws:personalize:eu-west-1:123456789012:dataset/movies/" + type;
    DatasetStore store = new DatasetStore();
    store.apply(change(dataset, RecordChange.Type.FULL, id, "a 1", "b 1"));
    store.apply(change(dataset, RecordChange.Type.INCREMENTAL, id, "b 2", "c 2"));
    assertThat(store.of(dataset).rows())
        .extracting(row -> row.get(id) + " " + row.get("YEAR"))
        .containsExactly(left.split("; "));
  }

  private static RecordChange change(
      String dataset, RecordChange.Type type, String id, String... records) {
    List<Map<String, String>> rows =
        Arrays.stream(records)
            .map(record -> record.split(" "))
            .map(words -> Map.of(id, words[0], "YEAR", words[1]))
            .toList();
    return new RecordChange(dataset, type, rows, Instant.EPOCH);
  }
}
