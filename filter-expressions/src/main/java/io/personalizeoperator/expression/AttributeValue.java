package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The value that a field has in a row of a dataset. A null in the row has none. */
public sealed interface AttributeValue {
  /**
   * Strings.
   *
   * @param values one, or several for a categorical field
   */
  record Texts(Set<String> values) implements AttributeValue {
    /** Copies the set. */
    public Texts {
      values = Set.copyOf(values);
    }
  }

  /** A number of any numeric type. */
  record Numeric(BigDecimal value) implements AttributeValue {
    /** Refuses null. */
    public Numeric {
      Objects.requireNonNull(value);
    }
  }

  /** One string. */
  static AttributeValue text(String value) {
    return new Texts(Set.of(value));
  }

  /** The categories of a categorical field, which the row separates with {@code |}. */
  static AttributeValue categories(String value) {
    return new Texts(Arrays.stream(value.split("\\|")).collect(Collectors.toSet()));
  }

  /** An int or long. */
  static AttributeValue number(long value) {
    return new Numeric(BigDecimal.valueOf(value));
  }

  /**
   * A float or double.
   *
   * @throws NumberFormatException if it is infinite or no number
   */
  static AttributeValue number(double value) {
    return new Numeric(BigDecimal.valueOf(value));
  }
}
