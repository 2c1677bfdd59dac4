package io.personalizeoperator.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A filter with the filterValues of one request, ready for any number of candidates.
 *
 * <p>Clauses combine as the developer guide has it under "Combining multiple expressions": those of
 * one effect form a union, and what EXCLUDE matches is subtracted from what INCLUDE matches; their
 * order does not matter. A clause whose IF does not hold takes no part, as if it were not there
 * (the guide's examples restrict the matching users only). An EXCLUDE clause that lacks a filter
 * value takes no part either; an INCLUDE clause may not lack one (API reference,
 * GetRecommendations).
 */
public final class BoundFilter {
  private final List<Clause> clauses = new ArrayList<>();
  private final ConditionEvaluator evaluator;

  BoundFilter(FilterExpression expression, Map<String, String> filterValues) {
    FilterValues values = new FilterValues(filterValues);
    this.evaluator = new ConditionEvaluator(values);
    for (Clause clause : expression.clauses()) {
      if (hasItsValues(clause, values)) {
        clauses.add(clause);
      }
    }
  }

  /**
   * Whether the candidate stays in the recommendations or the user segment.
   *
   * @throws FilterValueException if a field turns out to be a number and its filter value is none
   */
  public boolean keeps(CandidateView candidate) {
    boolean restricted = false;
    boolean included = false;
    for (Clause clause : clauses) {
      if (!clause.onlyIf().stream().allMatch(c -> evaluator.holds(c, candidate))) {
        continue;
      }
      boolean matches = matches(clause.where(), candidate);
      if (clause.effect() == Effect.INCLUDE) {
        restricted = true;
        included |= matches;
      } else if (matches) {
        return false;
      }
    }
    return !restricted || included;
  }

  private boolean matches(Predicate where, CandidateView candidate) {
    return where.anyOf().stream()
        .anyMatch(
            group -> group.conditions().stream().allMatch(c -> evaluator.holds(c, candidate)));
  }

  private static boolean hasItsValues(Clause clause, FilterValues values) {
    for (FilterCondition condition : clause.conditions().toList()) {
      for (Operand operand : condition.operands()) {
        if (operand instanceof Operand.Placeholder placeholder) {
          if (values.of(placeholder.name()).isEmpty()) {
            if (clause.effect() == Effect.INCLUDE) {
              throw new FilterValueException(placeholder.name(), "is missing.");
            }
            return false;
          }
          requireFit(condition, placeholder.name(), values);
        }
      }
    }
    return true;
  }

  private static void requireFit(
      FilterCondition condition, String placeholder, FilterValues values) {
    if (condition instanceof FilterCondition.Comparison comparison) {
      if (comparison.operator().isRange()) {
        values.number(placeholder);
      } else {
        values.single(placeholder);
      }
    }
  }
}
