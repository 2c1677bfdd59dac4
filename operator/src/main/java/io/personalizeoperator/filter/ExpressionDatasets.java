package io.personalizeoperator.filter;

import io.personalizeoperator.expression.FilterExpression;
import io.personalizeoperator.expression.FilterExpressionException;
import java.util.Set;
import java.util.stream.Collectors;

/** Which datasets a filter expression names. */
final class ExpressionDatasets {
  private ExpressionDatasets() {}

  /**
   * The dataset types in an expression, in capitals, such as ITEMS.
   *
   * @param expression as in the manifest
   * @return none when it cannot be read: whether it is right is for AWS to say
   */
  static Set<String> in(String expression) {
    try {
      return FilterExpression.parse(expression).fields().stream()
          .map(field -> field.dataset().name())
          .collect(Collectors.toSet());
    } catch (FilterExpressionException e) {
      return Set.of();
    }
  }
}
