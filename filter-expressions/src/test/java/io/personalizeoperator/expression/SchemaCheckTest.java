package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCheckTest {
  private static final SchemaFields SCHEMAS =
      new SchemaFields(
          Map.of(
              FilterDataset.INTERACTIONS,
              Map.of("EVENT_TYPE", FieldSchema.of(AvroType.STRING)),
              FilterDataset.ITEMS,
              Map.of(
                  "ITEM_ID",
                  FieldSchema.of(AvroType.STRING),
                  "GENRE",
                  new FieldSchema(AvroType.STRING, true, true, false),
                  "PRICE",
                  new FieldSchema(AvroType.FLOAT, true, false, false),
                  "CREATION_TIMESTAMP",
                  FieldSchema.of(AvroType.LONG),
                  "DESCRIPTION",
                  new FieldSchema(AvroType.STRING, true, false, true),
                  "ADULT",
                  FieldSchema.of(AvroType.BOOLEAN)),
              FilterDataset.USERS,
              Map.of(
                  "AGE",
                  FieldSchema.of(AvroType.INT),
                  "COUNTRY",
                  new FieldSchema(AvroType.STRING, false, true, false))));

  static Stream<ExpressionFile.Fault> faults() {
    return ExpressionFile.faults("schema-faults.txt").stream();
  }

  static Stream<String> fits() {
    return ExpressionFile.blocks("schema-fits.txt", 1).stream().map(List::getFirst);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void acceptsWhatTheSchemasHave(String text) {
    FilterExpression expression = FilterExpression.parse(text);

    assertThatCode(() -> expression.check(SCHEMAS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refusesWhatTheSchemasDoNotHave(ExpressionFile.Fault fault) {
    FilterExpression expression = FilterExpression.parse(fault.expression());
    FilterExpressionException thrown =
        catchThrowableOfType(FilterExpressionException.class, () -> expression.check(SCHEMAS));

    assertThat(thrown).hasMessage(fault.message());
    assertThat(thrown.position()).isEqualTo(fault.position());
  }

  @Test
  void listsAllFaultsInTheOrderOfTheText() {
    FilterExpression expression =
        FilterExpression.parse(
            "INCLUDE ItemID WHERE Items.GENRE = 5 AND Items.X = 1 IF CurrentUser.Y = 1");

    assertThat(expression.problems(SCHEMAS))
        .extracting(FilterProblem::symbol)
        .containsExactly("5", "Items.X", "CurrentUser.Y");
  }

  @Test
  void reportsAMissingInteractionsEventType() {
    SchemaFields bare = new SchemaFields(Map.of(FilterDataset.INTERACTIONS, Map.of()));
    FilterExpression expression =
        FilterExpression.parse("EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"click\")");

    assertThat(expression.problems(bare))
        .singleElement()
        .extracting(FilterProblem::message)
        .asString()
        .endsWith("The schema of Interactions has no field EVENT_TYPE.");
  }
}
