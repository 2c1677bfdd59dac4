package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterExpressionTest {
  @Test
  void takesUpTo2500Characters() {
    String start = "INCLUDE ItemID WHERE Items.A IN (\"";
    String fits = start + "x".repeat(2500 - start.length() - 2) + "\")";

    assertThat(FilterExpression.parse(fits).target()).isEqualTo(Target.ITEM_ID);
    assertThatThrownBy(() -> FilterExpression.parse(fits + " "))
        .isInstanceOf(FilterExpressionException.class)
        .hasMessage("A filter expression has 1 to 2500 characters; this one has 2501.");
    assertThatThrownBy(() -> FilterExpression.parse(""))
        .isInstanceOf(FilterExpressionException.class)
        .hasMessage("A filter expression has 1 to 2500 characters; this one has 0.");
  }

  @Test
  void listsPlaceholdersOnceInTheOrderOfTheText() {
    FilterExpression expression =
        FilterExpression.parse(
            "INCLUDE ItemID WHERE Items.A IN (\"x\", $B, $b) IF CurrentUser.C = ($A)"
                + " | EXCLUDE ItemID WHERE Items.D IN ($B, $C)");

    assertThat(expression.placeholders()).containsExactly("B", "b", "A", "C");
  }

  @Test
  void countsAFieldOnceForAllItsSpellingsAndOwners() {
    FilterExpression expression =
        FilterExpression.parse(
            "INCLUDE ItemID WHERE Items.Genre IN CurrentItem.GENRE AND items.PRICE < 5"
                + " IF CurrentUser.AGE > 18 | EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (*)");

    assertThat(expression.fields().stream().map(DatasetField::toString))
        .containsExactly("Items.Genre", "Items.PRICE", "Users.AGE", "Interactions.EVENT_TYPE");
  }

  @Test
  void takesTenDistinctFieldsAcrossPipesAndRefusesTheEleventh() {
    String ten = conditions(1, 9) + " IF CurrentUser.A = 1";

    assertThat(FilterExpression.parse(ten + " | " + conditions(1, 9)).fields()).hasSize(10);
    assertThatThrownBy(() -> FilterExpression.parse(ten + " | " + conditions(9, 10)))
        .isInstanceOf(FilterExpressionException.class)
        .hasMessageContaining("Items.F10")
        .hasMessageEndingWith("A filter uses at most 10 distinct fields.")
        .extracting("position")
        .isEqualTo((ten + " | " + conditions(9, 9) + " AND ").length());
  }

  @Test
  void knowsWhetherItNeedsACurrentItem() {
    assertThat(
            FilterExpression.parse("INCLUDE ItemID WHERE Items.A IN CurrentItem.A")
                .usesCurrentItem())
        .isTrue();
    assertThat(FilterExpression.parse("INCLUDE ItemID WHERE Items.A = 1").usesCurrentItem())
        .isFalse();
  }

  @Test
  void cannotBeBuiltAgainstTheRules() {
    FilterCondition users =
        new FilterCondition.Membership(
            new FieldReference(FieldOwner.USERS, "A"), false, List.of(new Operand.Text("x")));
    Clause clause =
        new Clause(
            Effect.INCLUDE,
            Target.ITEM_ID,
            new Predicate(List.of(new Predicate.AllOf(List.of(users)))),
            List.of());

    assertThatThrownBy(() -> new FilterExpression(List.of(clause)))
        .isInstanceOf(FilterExpressionException.class)
        .hasMessageStartingWith("Invalid input symbol: Users.A. ItemID is filtered by");
  }

  private static String conditions(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "Items.F" + i + " = 1")
        .collect(Collectors.joining(" AND ", "INCLUDE ItemID WHERE ", ""));
  }
}
