package io.personalizeoperator.simulator.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The work of a data deletion job: deletes the records of users. CSV files with one column,
 * USER_ID, list the users.
 */
public final class UserDeletion {
  private static final String COLUMN = "USER_ID";
  private final Storage storage;

  /** Creates deletions that read the users from that storage. */
  public UserDeletion(Storage storage) {
    this.storage = storage;
  }

  /** The failureReason when the location cannot be read, else null. */
  public String problem(String location) {
    try {
      users(location);
      return null;
    } catch (ImportException e) {
      return e.getMessage();
    }
  }

  /** Deletes the users' records from those datasets and returns the number of deleted records. */
  public int run(String location, List<String> datasetArns, DatasetStore store, Instant now) {
    try {
      List<Map<String, String>> users =
          users(location).stream().map(user -> Map.of(COLUMN, user)).toList();
      return datasetArns.stream()
          .map(arn -> new RecordChange(arn, RecordChange.Type.REMOVE_USERS, users, now))
          .mapToInt(store::apply)
          .sum();
    } catch (ImportException e) {
      return 0;
    }
  }

  private Set<String> users(String location) throws ImportException {
    if (location.contains("/missing")) {
      throw new ImportException("Path does not exist: " + location);
    }
    Set<String> users = new HashSet<>();
    if (!storage.real()) {
      return users;
    }
    for (Path file : storage.files(location)) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        CsvReader csv = new CsvReader(reader);
        if (!List.of(COLUMN).equals(csv.record())) {
          throw new ImportException("Input CSV must have the single column %s.".formatted(COLUMN));
        }
        for (List<String> row = csv.record(); row != null; row = csv.record()) {
          users.add(row.getFirst());
        }
      } catch (IOException e) {
        throw new ImportException(
            "The file %s is not readable as UTF-8 text.".formatted(file.getFileName()));
      }
    }
    return users;
  }
}
