package io.personalizeoperator.expression;

import static io.personalizeoperator.expression.FilterProblem.of;

import java.util.Optional;
import java.util.stream.Stream;

/** The rules on the values of one condition that hold whatever the schemas are. */
final class OperandRules {
  private OperandRules() {}

  static Stream<FilterProblem> problems(FilterCondition condition) {
    return switch (condition) {
      case FilterCondition.Membership in ->
          in.operands().stream().flatMap(operand -> inList(in, operand).stream());
      case FilterCondition.Comparison comparison ->
          Stream.concat(range(comparison).stream(), compared(comparison).stream());
    };
  }

  /** "Elements": IN takes strings; placeholders do not go with NOT IN. */
  private static Optional<FilterProblem> inList(FilterCondition.Membership in, Operand operand) {
    return switch (operand) {
      case Operand.Placeholder placeholder when in.negated() ->
          // AWS's own message, which names no position.
          Optional.of(
              new FilterProblem(
                  "Invalid input symbol: %s. Placeholders are not allowed with NOT_IN operator."
                      .formatted(placeholder),
                  placeholder.position().offset(),
                  placeholder.toString()));
      case Operand.Numeric number ->
          Optional.of(
              problem(
                  number, "IN and NOT IN take strings in quotes; numbers are compared with =."));
      case Operand.AnyEvent any -> asterisk(in.field(), any);
      case Operand.Placeholder p -> Optional.empty();
      case Operand.Text t -> Optional.empty();
      case Operand.FieldValue f -> Optional.empty();
    };
  }

  private static Optional<FilterProblem> compared(FilterCondition.Comparison comparison) {
    return switch (comparison.operand()) {
      case Operand.AnyEvent any -> asterisk(comparison.field(), any);
      case Operand.Numeric number when comparison.field().isEventType() ->
          Optional.of(problem(number, "An event type is a string in quotes."));
      default -> Optional.empty();
    };
  }

  /** "Elements": the comparison operators test numbers. */
  private static Optional<FilterProblem> range(FilterCondition.Comparison comparison) {
    if (!comparison.operator().isRange()) {
      return Optional.empty();
    }
    FieldReference field = comparison.field();
    if (field.isEventType()) {
      return Optional.of(
          of(
              field.toString(),
              field.position(),
              "An event type is a string, which %s cannot compare; use IN."
                  .formatted(comparison.operator())));
    }
    return comparison.operand() instanceof Operand.Text text
        ? Optional.of(problem(text, "%s compares numbers only.".formatted(comparison.operator())))
        : Optional.empty();
  }

  /** "Elements": the asterisk goes with the event type of interactions only. */
  private static Optional<FilterProblem> asterisk(FieldReference field, Operand.AnyEvent any) {
    return field.isEventType()
        ? Optional.empty()
        : Optional.of(
            problem(
                any,
                "The asterisk goes only with EVENT_TYPE of Interactions or Action_Interactions."));
  }

  private static FilterProblem problem(Operand operand, String explanation) {
    return of(operand.toString(), operand.position(), explanation);
  }
}
