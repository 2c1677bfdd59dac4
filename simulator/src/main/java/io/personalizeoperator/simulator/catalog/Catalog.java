package io.personalizeoperator.simulator.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Amazon Personalize offers to every account: its recipes and use cases. */
public final class Catalog {
  private final Map<String, Recipe> recipes = new LinkedHashMap<>();

  /** Reads the catalog from the resource beside this class. */
  public Catalog() {
    try (var stream = Catalog.class.getResourceAsStream("recipes.txt");
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Catalog::recipe)
          .forEach(recipe -> recipes.put(recipe.arn(), recipe));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recipe recipe(String line) {
    String[] parts = line.split("\\|");
    return new Recipe(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], parts[3]);
  }

  /** The recipe of that ARN, or null. */
  public Recipe recipe(Object arn) {
    return recipes.get(arn);
  }

  /** All recipes, in the order of lists. */
  public Collection<Recipe> recipes() {
    return recipes.values();
  }
}
