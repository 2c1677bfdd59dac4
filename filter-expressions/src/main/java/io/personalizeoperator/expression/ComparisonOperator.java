package io.personalizeoperator.expression;

import java.util.Arrays;
import java.util.Optional;

/** An operator between a field and a single value. */
public enum ComparisonOperator {
  /** Equal: numbers, and strings as published samples use it. */
  EQUAL("="),
  /** Not equal: numbers and strings. */
  NOT_EQUAL("!="),
  /** Less than: numbers only. */
  LESS("<"),
  /** At most: numbers only. */
  LESS_OR_EQUAL("<="),
  /** Greater than: numbers only. */
  GREATER(">"),
  /** At least: numbers only. */
  GREATER_OR_EQUAL(">=");

  private final String spelling;

  ComparisonOperator(String spelling) {
    this.spelling = spelling;
  }

  /** Whether the operator orders its operands, which only numbers have an order for. */
  public boolean isRange() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** The operator as it is written, for example {@code <=}. */
  @Override
  public String toString() {
    return spelling;
  }

  /**
   * Whether the operator holds for two operands.
   *
   * @param order negative, zero or positive, as of {@link Comparable#compareTo}
   */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  static Optional<ComparisonOperator> named(String symbol) {
    return Arrays.stream(values()).filter(o -> o.spelling.equals(symbol)).findFirst();
  }
}
