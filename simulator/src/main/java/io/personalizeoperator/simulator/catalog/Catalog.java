package io.personalizeoperator.simulator.catalog;

import io.personalizeoperator.simulator.ServiceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recipes and use cases that Amazon Personalize offers to every account. */
public final class Catalog {
  private final Map<String, Recipe> recipes = new LinkedHashMap<>();

  private final Map<String, List<Hyperparameter>> hyperparameters = new HashMap<>();
  private final Map<String, List<Hyperparameter>> featurization = new HashMap<>();

  /** Reads the catalog from the resources beside this class. */
  public Catalog() {
    for (String line : lines("recipes.txt")) {
      Recipe recipe = parse(line);
      recipes.put(recipe.name(), recipe);
    }
    for (String line : lines("hyperparameters.txt")) {
      String[] parts = line.split("\\|", -1);
      boolean ofFeatures = parts[2].equals("featurization");
      (ofFeatures ? featurization : hyperparameters)
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(ofFeatures ? featureParameter(parts) : hyperparameter(parts));
    }
  }

  private static Hyperparameter hyperparameter(String[] parts) {
    boolean only = parts[6].equals("only");
    boolean tunable = only || Boolean.parseBoolean(parts[6]);
    return new Hyperparameter(parts[1], parts[2], parts[3], parts[4], parts[5], tunable, !only);
  }

  private static Hyperparameter featureParameter(String[] parts) {
    return new Hyperparameter(parts[1], parts[4], parts[3], parts[5], parts[6], false, true);
  }

  private static List<String> lines(String resource) {
    try (var stream = Catalog.class.getResourceAsStream(resource);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recipe parse(String line) {
    String[] parts = line.split("\\|");
    return new Recipe(parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], parts[3]);
  }

  /** The recipe of an ARN that a call was accepted with, or null for automated machine learning. */
  public Recipe recipe(Object arn) {
    return arn == null ? null : recipes.get(arn.toString().replaceFirst(".*/", ""));
  }

  /**
   * The recipe that a call names.
   *
   * @param partition of the region that is called
   * @param type {@code recipe}, {@code algorithm} or {@code feature-transformation}
   * @throws ServiceException ResourceNotFoundException when that partition has none of that ARN
   */
  public Recipe named(String arn, String partition, String type) {
    Recipe recipe = recipe(arn);
    if (recipe == null || !recipe.arn(partition, type).equals(arn)) {
      throw ServiceException.notFound(arn);
    }
    return recipe;
  }

  /** All recipes, in the order of lists. */
  public Collection<Recipe> recipes() {
    return recipes.values();
  }

  /** The hyperparameters of a recipe; none when its page lists none. */
  public List<Hyperparameter> hyperparameters(Recipe recipe) {
    return hyperparameters.getOrDefault(recipe.name(), List.of());
  }

  /** The parameters of a recipe's feature transformation. */
  public List<Hyperparameter> featurization(Recipe recipe) {
    return featurization.getOrDefault(recipe.name(), List.of());
  }
}
