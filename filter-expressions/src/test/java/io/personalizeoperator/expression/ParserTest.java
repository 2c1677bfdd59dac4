package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParserTest {
  static Stream<List<String>> valid() {
    return ExpressionFile.blocks("valid.txt", 2).stream();
  }

  static Stream<ExpressionFile.Fault> invalid() {
    return ExpressionFile.faults("invalid.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void readsWhatAwsPrintsAndWritesItInOneSpelling(List<String> lines) {
    FilterExpression read = FilterExpression.parse(lines.get(0).replace("\\n", "\n"));

    assertThat(read).hasToString(lines.get(1));
    assertThat(FilterExpression.parse(lines.get(1))).isEqualTo(read).hasSameHashCodeAs(read);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesWithTheFirstOffendingSymbolAndItsPosition(ExpressionFile.Fault fault) {
    FilterExpressionException thrown = refused(fault.expression());

    assertThat(thrown).hasMessage(fault.message());
    assertThat(thrown.position()).isEqualTo(fault.position());
  }

  @Test
  void countsPositionsAcrossLineBreaks() {
    FilterExpressionException thrown = refused("INCLUDE ItemID\nWHERE\r\n\tItems.A ~ 1");

    assertThat(thrown.position()).isEqualTo(31);
    assertThat(thrown.symbol()).isEqualTo("~");
  }

  @Test
  void namesThePlaceholderThatNotInRefuses() {
    FilterExpressionException thrown =
        refused("EXCLUDE ItemID WHERE Items.GENRE NOT IN ($parameterName)");

    assertThat(thrown)
        .hasMessage(
            "Invalid input symbol: $parameterName. Placeholders are not allowed with NOT_IN"
                + " operator.");
    assertThat(thrown.symbol()).isEqualTo("$parameterName");
    assertThat(thrown.position()).isEqualTo(41);
  }

  @Test
  void reportsTheEndOfTheExpressionWithAnEmptySymbol() {
    FilterExpressionException thrown = refused("INCLUDE ItemID");

    assertThat(thrown.symbol()).isEmpty();
    assertThat(thrown.position()).isEqualTo(14);
  }

  @Test
  void bindsAndBeforeOr() {
    Predicate where =
        FilterExpression.parse("INCLUDE ItemID WHERE Items.A = 1 OR Items.B = 2 AND Items.C = 3")
            .clauses()
            .getFirst()
            .where();

    assertThat(where.anyOf()).hasSize(2);
    assertThat(where.anyOf().getLast().conditions()).hasSize(2);
  }

  private static FilterExpressionException refused(String text) {
    FilterExpressionException thrown =
        catchThrowableOfType(FilterExpressionException.class, () -> FilterExpression.parse(text));
    assertThat(thrown).as("refusal of %s", text).isNotNull();
    return thrown;
  }
}
