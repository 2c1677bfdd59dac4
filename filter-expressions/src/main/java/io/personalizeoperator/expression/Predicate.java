package io.personalizeoperator.expression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions between WHERE and IF.
 *
 * <p>The language has no parentheses around conditions. The developer guide does not say how a mix
 * of AND and OR is read; here AND binds before OR, as in SQL.
 *
 * @param anyOf the groups that OR joins, one or more
 */
public record Predicate(List<AllOf> anyOf) {
  /** Refuses an empty list. */
  public Predicate {
    anyOf = List.copyOf(anyOf);
    if (anyOf.isEmpty()) {
      throw new IllegalArgumentException("WHERE needs a condition");
    }
  }

  /** All conditions, in the order they were written. */
  public Stream<FilterCondition> conditions() {
    return anyOf.stream().flatMap(group -> group.conditions().stream());
  }

  /** The conditions in the language of filter expressions. */
  @Override
  public String toString() {
    return anyOf.stream().map(AllOf::toString).collect(Collectors.joining(" OR "));
  }

  /**
   * Conditions that hold together.
   *
   * @param conditions what AND joins, one or more
   */
  public record AllOf(List<FilterCondition> conditions) {
    /** Refuses an empty list. */
    public AllOf {
      conditions = List.copyOf(conditions);
      if (conditions.isEmpty()) {
        throw new IllegalArgumentException("AND needs a condition");
      }
    }

    /** The conditions in the language of filter expressions. */
    @Override
    public String toString() {
      return conditions.stream()
          .map(FilterCondition::toString)
          .collect(Collectors.joining(" AND "));
    }
  }
}
