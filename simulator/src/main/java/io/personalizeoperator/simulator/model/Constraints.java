package io.personalizeoperator.simulator.model;

import io.personalizeoperator.simulator.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks a request against the constraints of the model and reports all violations in one message
 * of AWS's form, such as {@code 1 validation error detected: Value 'a b' at 'name' failed to
 * satisfy constraint: Member must satisfy regular expression pattern: …}.
 */
public final class Constraints {
  private final List<String> violations = new ArrayList<>();

  private Constraints() {}

  /**
   * Refuses the input when it breaks a constraint.
   *
   * @throws ServiceException InvalidInputException, the documented answer to a value that is not
   *     valid
   */
  public static void check(Shape.Structure shape, Map<String, Object> input) {
    Constraints constraints = new Constraints();
    constraints.structure(shape, input, "");
    List<String> found = constraints.violations;
    if (!found.isEmpty()) {
      String head =
          found.size() == 1
              ? "1 validation error detected: "
              : found.size() + " validation errors detected: ";
      throw new ServiceException("InvalidInputException", 400, head + String.join("; ", found));
    }
  }

  private void structure(Shape.Structure shape, Map<?, ?> values, String prefix) {
    for (Shape.Member member : shape.members()) {
      Object value = values.get(member.name());
      String path = prefix + member.name();
      if (value != null) {
        value(member.shape(), value, path);
      } else if (member.required()) {
        violations.add(
            "Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
      }
    }
  }

  private void value(Shape shape, Object value, String path) {
    for (String broken : broken(shape, value)) {
      violations.add(
          "Value '" + value + "' at '" + path + "' failed to satisfy constraint: " + broken);
    }
    switch (shape) {
      case Shape.Structure structure -> structure(structure, (Map<?, ?>) value, path + ".");
      case Shape.Items items -> items(items, (List<?>) value, path);
      case Shape.Entries entries -> entries(entries, (Map<?, ?>) value, path);
      default -> {}
    }
  }

  private void items(Shape.Items shape, List<?> values, String path) {
    if (shape.element() instanceof Shape.Structure structure) {
      for (int i = 0; i < values.size(); i++) {
        structure(structure, (Map<?, ?>) values.get(i), path + "." + (i + 1) + ".member.");
      }
      return;
    }
    if (values.stream().anyMatch(value -> !broken(shape.element(), value).isEmpty())) {
      violations.add(each(values, path, "Member must satisfy constraint: ", shape.element()));
    }
  }

  private void entries(Shape.Entries shape, Map<?, ?> values, String path) {
    if (values.keySet().stream().anyMatch(key -> !broken(shape.key(), key).isEmpty())) {
      violations.add(each(values, path, "Map keys must satisfy constraint: ", shape.key()));
    }
    if (shape.value() instanceof Shape.Items items) {
      values.forEach((key, value) -> value(items, value, path + "." + key + ".member"));
    } else if (values.values().stream()
        .anyMatch(value -> !broken(shape.value(), value).isEmpty())) {
      violations.add(each(values, path, "Map value must satisfy constraint: ", shape.value()));
    }
  }

  private static String each(Object values, String path, String what, Shape shape) {
    return "Value '"
        + values
        + "' at '"
        + path
        + "' failed to satisfy constraint: "
        + what
        + all(shape);
  }

  /** The constraints of the shape that the value breaks, in AWS's words. */
  private static List<String> broken(Shape shape, Object value) {
    List<String> broken = new ArrayList<>();
    switch (shape) {
      case Shape.Text text -> {
        String string = (String) value;
        size(string.codePointCount(0, string.length()), text.min(), text.max(), broken);
        if (text.pattern() != null && !text.pattern().matcher(string).matches()) {
          broken.add(pattern(text));
        }
        if (!text.values().isEmpty() && !text.values().contains(string)) {
          broken.add("Member must satisfy enum value set: " + text.values());
        }
      }
      case Shape.Whole whole -> range((Integer) value, whole.min(), whole.max(), broken);
      case Shape.Decimal decimal -> range((Double) value, decimal.min(), decimal.max(), broken);
      case Shape.Items items -> size(((List<?>) value).size(), items.min(), items.max(), broken);
      case Shape.Entries entries ->
          size(((Map<?, ?>) value).size(), entries.min(), entries.max(), broken);
      default -> {}
    }
    return broken;
  }

  private static void size(int size, Long min, Long max, List<String> broken) {
    if (max != null && size > max) {
      broken.add("Member must have length less than or equal to " + max);
    }
    if (min != null && size < min) {
      broken.add("Member must have length greater than or equal to " + min);
    }
  }

  private static void range(double number, Long min, Long max, List<String> broken) {
    // The negations make NaN out of range too.
    if (max != null && !(number <= max)) {
      broken.add("Member must have value less than or equal to " + max);
    }
    if (min != null && !(number >= min)) {
      broken.add("Member must have value greater than or equal to " + min);
    }
  }

  private static String pattern(Shape.Text text) {
    return "Member must satisfy regular expression pattern: " + text.pattern();
  }

  /**
   * All constraints of a list's or map's member, which AWS names together when one element breaks
   * one of them.
   */
  private static List<String> all(Shape shape) {
    List<String> all = new ArrayList<>();
    switch (shape) {
      case Shape.Text text -> {
        size(Integer.MAX_VALUE, null, text.max(), all);
        size(-1, text.min(), null, all);
        if (text.pattern() != null) {
          all.add(pattern(text));
        }
        if (!text.values().isEmpty()) {
          all.add("Member must satisfy enum value set: " + text.values());
        }
      }
      case Shape.Decimal decimal -> {
        range(Double.POSITIVE_INFINITY, null, decimal.max(), all);
        range(Double.NEGATIVE_INFINITY, decimal.min(), null, all);
      }
      default -> {}
    }
    return all;
  }
}
