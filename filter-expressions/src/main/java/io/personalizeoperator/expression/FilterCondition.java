package io.personalizeoperator.expression;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One test of one field. */
public sealed interface FilterCondition {
  /** The field that is tested. */
  FieldReference field();

  /** The values it is tested with, in the order they were written. */
  List<Operand> operands();

  /** A field against one value, for example {@code Items.PRICE < 10}. */
  record Comparison(FieldReference field, ComparisonOperator operator, Operand operand)
      implements FilterCondition {
    /** Refuses nulls. */
    public Comparison {
      Objects.requireNonNull(field);
      Objects.requireNonNull(operator);
      Objects.requireNonNull(operand);
    }

    @Override
    public List<Operand> operands() {
      return List.of(operand);
    }

    /** The condition in the language of filter expressions. */
    @Override
    public String toString() {
      return field + " " + operator + " " + operand;
    }
  }

  /**
   * A field against a list, for example {@code Items.GENRE NOT IN ("a", "b")}.
   *
   * @param field the field
   * @param negated true for {@code NOT IN}
   * @param operands one value or more
   */
  record Membership(FieldReference field, boolean negated, List<Operand> operands)
      implements FilterCondition {
    /** Refuses nulls, an empty list and a field among other operands. */
    public Membership {
      Objects.requireNonNull(field);
      operands = List.copyOf(operands);
      if (operands.isEmpty()) {
        throw new IllegalArgumentException("IN needs a value");
      }
      if (operands.size() > 1 && operands.stream().anyMatch(Operand.FieldValue.class::isInstance)) {
        throw new IllegalArgumentException("IN takes a list or a field, not both");
      }
    }

    /** The condition in the language of filter expressions. */
    @Override
    public String toString() {
      String list = operands.stream().map(Operand::toString).collect(Collectors.joining(", "));
      // AWS prints the field of the current item without parentheses.
      boolean bare = operands.getFirst() instanceof Operand.FieldValue;
      return field + (negated ? " NOT IN " : " IN ") + (bare ? list : "(" + list + ")");
    }
  }
}
