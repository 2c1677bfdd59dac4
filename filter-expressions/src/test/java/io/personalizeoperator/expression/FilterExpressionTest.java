package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterExpressionTest {
  @Test
  void readsTheSmallestExpression() {
    assertThat(FilterExpression.parse("exclude itemId where ITEMS.genre in('a')").toString())
        .isEqualTo("EXCLUDE ItemID WHERE Items.genre IN (\"a\")");
  }
}
