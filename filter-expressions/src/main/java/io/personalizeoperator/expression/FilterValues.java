package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The filterValues of one request, read: each is one value or several with commas between, in
 * quotes or without ({@code "action","comedy"} or {@code 18}; API reference, GetRecommendations).
 */
final class FilterValues {
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Reads the values.
   *
   * @throws FilterValueException for a quote that is not closed
   */
  FilterValues(Map<String, String> filterValues) {
    filterValues.forEach((name, value) -> values.put(name, split(name, value)));
  }

  /** The values of a placeholder; empty if the request has none. */
  List<String> of(String placeholder) {
    return values.getOrDefault(placeholder, List.of());
  }

  /**
   * The value of a placeholder that is compared, not searched for.
   *
   * @throws FilterValueException unless there is exactly one
   */
  String single(String placeholder) {
    List<String> all = of(placeholder);
    if (all.size() != 1) {
      throw new FilterValueException(placeholder, "has to be a single value.");
    }
    return all.getFirst();
  }

  /**
   * The value of a placeholder that is compared as a number.
   *
   * @throws FilterValueException unless there is exactly one, and it is a number
   */
  BigDecimal number(String placeholder) {
    return number(placeholder, single(placeholder));
  }

  private static BigDecimal number(String placeholder, String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new FilterValueException(placeholder, "has to be a number.");
    }
  }

  private static List<String> split(String placeholder, String value) {
    if (value.isBlank()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote == 0 && c == ',') {
        parts.add(unquoted(value.substring(start, i).strip()));
        start = i + 1;
      } else if (quote == 0 && (c == '"' || c == '\'') && value.substring(start, i).isBlank()) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    if (quote != 0) {
      throw new FilterValueException(placeholder, "has a quote that is not closed.");
    }
    parts.add(unquoted(value.substring(start).strip()));
    return Collections.unmodifiableList(parts);
  }

  private static String unquoted(String part) {
    boolean quoted =
        part.length() > 1
            && (part.charAt(0) == '"' || part.charAt(0) == '\'')
            && part.charAt(part.length() - 1) == part.charAt(0);
    return quoted ? part.substring(1, part.length() - 1) : part;
  }
}
