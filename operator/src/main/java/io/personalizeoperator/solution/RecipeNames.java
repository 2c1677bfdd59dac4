package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.KnownRecipes;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.aws.Arn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recipes that a manifest names, and what may be meant by one that does not exist. */
final class RecipeNames {
  private static final String TYPE = "recipe/";

  /** So many letters may be wrong, missing or too many. */
  private static final int MOST_MISTAKES = 3;

  private RecipeNames() {}

  /** The resource parts of the recipes' ARNs. */
  static List<String> of(SolutionSpec spec) {
    Stream<String> tried =
        spec.config() == null
                || spec.config().autoMLConfig() == null
                || spec.config().autoMLConfig().recipeList() == null
            ? Stream.of()
            : spec.config().autoMLConfig().recipeList().stream();
    return Stream.concat(Stream.ofNullable(spec.recipe()), tried)
        .map(recipe -> TYPE + Arn.idOf(recipe))
        .toList();
  }

  /**
   * The known recipe that is spelled most like one.
   *
   * @param name the resource part of its ARN
   */
  static Optional<String> similarTo(String name) {
    if (!name.startsWith(TYPE)) {
      return Optional.empty();
    }
    String recipe = name.substring(TYPE.length());
    return KnownRecipes.names().stream()
        .filter(known -> !known.equals(recipe) && mistakes(known, recipe) <= MOST_MISTAKES)
        .min(Comparator.comparingInt(known -> mistakes(known, recipe)));
  }

  /** The edit distance of two words (Levenshtein). */
  private static int mistakes(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
