package io.personalizeoperator.simulator.catalog;

import java.util.Arrays;
import java.util.List;

/**
 * A hyperparameter of a recipe, as the developer guide's page on the recipe lists it.
 *
 * @param type integer, continuous or categorical
 * @param initial the default
 * @param least the lower end of the range, {@code >0} for positive numbers, or all categories with
 *     commas between them
 * @param most the upper end of the range; empty: there is none
 * @param tunable whether hyperparameter optimization can find its value
 * @param settable whether a solution can set its value
 */
public record Hyperparameter(
    String name,
    String type,
    String initial,
    String least,
    String most,
    boolean tunable,
    boolean settable) {
  private static final String POSITIVE = ">0";

  /** The categories of a categorical hyperparameter. */
  public List<String> categories() {
    return Arrays.asList(least.split(","));
  }

  /** Whether the text is a value of the hyperparameter. Pages spell booleans in both cases. */
  public boolean allows(String value) {
    if (type.equals("categorical")) {
      return categories().stream().anyMatch(category -> category.equalsIgnoreCase(value));
    }
    try {
      return type.equals("integer")
          ? allows(Long.parseLong(value))
          : allows(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether the number is in the range. */
  public boolean allows(double number) {
    boolean enough = least.equals(POSITIVE) ? number > 0 : number >= Double.parseDouble(least);
    return enough && (most.isEmpty() || number <= Double.parseDouble(most));
  }

  /** The range in words. */
  public String range() {
    if (type.equals("categorical")) {
      return "one of " + categories();
    }
    String kind = type.equals("integer") ? "a whole number" : "a number";
    String from = least.equals(POSITIVE) ? " greater than 0" : " from " + least;
    return kind + from + (most.isEmpty() ? "" : " to " + most);
  }
}
