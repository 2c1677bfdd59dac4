package io.personalizeoperator.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CSV files of a small catalog: items with lower numbers have more interactions, and the genres
 * alternate.
 */
final class MovieData {
  static final int ITEMS = 20;
  static final int USERS = 50;
  static final String INTERACTIONS = "s3://movies/interactions/interactions.csv";
  static final String ITEM_FILE = "s3://movies/items.csv";
  private static final String[] GENRES = {"Drama", "Comedy|Drama", "Horror"};

  private MovieData() {}

  /** Writes the files below the directory that stands for S3. */
  static void write(Path directory) throws IOException {
    StringBuilder interactions = new StringBuilder("USER_ID,ITEM_ID,EVENT_TYPE,TIMESTAMP\n");
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        for (int times = 0; times <= ITEMS - item; times += 4) {
          interactions.append(
              "user-%d,item-%02d,watch,%d\n".formatted(user, item, 1_700_000_000 + times));
        }
      }
    }
    StringBuilder items = new StringBuilder("ITEM_ID,GENRE,CREATION_TIMESTAMP\n");
    for (int item = 0; item < ITEMS; item++) {
      items.append(
          "item-%02d,%s,%d\n".formatted(item, GENRES[item % GENRES.length], 1_600_000_000 + item));
    }
    put(directory, "movies/interactions/interactions.csv", interactions.toString());
    put(directory, "movies/items.csv", items.toString());
  }

  static void put(Path directory, String key, String text) throws IOException {
    Path file = directory.resolve(key);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
