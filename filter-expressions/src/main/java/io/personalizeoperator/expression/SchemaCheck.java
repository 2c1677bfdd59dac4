package io.personalizeoperator.expression;

import static io.personalizeoperator.expression.FilterProblem.of;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of the developer guide that depend on the schemas of the dataset group. */
final class SchemaCheck {
  private final SchemaFields schemas;

  SchemaCheck(SchemaFields schemas) {
    this.schemas = schemas;
  }

  List<FilterProblem> problems(FilterExpression expression) {
    List<FilterProblem> problems = new ArrayList<>();
    StructuralRules.references(expression.clauses())
        .forEach(field -> usable(field).ifPresent(problems::add));
    expression.clauses().stream()
        .flatMap(Clause::conditions)
        .forEach(condition -> fits(condition, problems));
    problems.sort(Comparator.comparingInt(FilterProblem::position));
    return List.copyOf(problems);
  }

  /** "Guidelines and requirements": the field exists, and is neither boolean nor textual. */
  private Optional<FilterProblem> usable(FieldReference field) {
    FilterDataset dataset = field.owner().dataset();
    Optional<FieldSchema> schema = schemas.field(dataset, field.name());
    String explanation = null;
    if (!schemas.has(dataset)) {
      explanation = "The dataset group has no %s dataset.".formatted(dataset);
    } else if (schema.isEmpty()) {
      explanation = "The schema of %s has no field %s.".formatted(dataset, field.name());
    } else if (schema.get().type() == AvroType.BOOLEAN) {
      explanation =
          "Boolean fields cannot be filtered by; use a string with \"True\" and \"False\", or 0 and 1.";
    } else if (schema.get().textual()) {
      explanation = "Textual fields cannot be filtered by.";
    }
    return Optional.ofNullable(explanation)
        .map(text -> of(field.toString(), field.position(), text));
  }

  private void fits(FilterCondition condition, List<FilterProblem> problems) {
    Optional<AvroType> type = type(condition.field());
    if (type.isEmpty()) {
      return; // reported by usable
    }
    operator(condition, type.get()).ifPresent(problems::add);
    for (Operand operand : condition.operands()) {
      value(condition.field(), type.get(), operand).ifPresent(problems::add);
    }
  }

  private Optional<FilterProblem> operator(FilterCondition condition, AvroType type) {
    FieldReference field = condition.field();
    return switch (condition) {
      case FilterCondition.Membership in when type.isNumber() ->
          Optional.of(
              of(
                  field.toString(),
                  field.position(),
                  "IN and NOT IN match strings, and this field is of type %s; use =, <, <=, > or >=."
                      .formatted(type)));
      case FilterCondition.Comparison comparison
          when comparison.operator().isRange() && !type.isNumber() ->
          Optional.of(
              of(
                  field.toString(),
                  field.position(),
                  "%s compares numbers, and this field is of type %s."
                      .formatted(comparison.operator(), type)));
      default -> Optional.empty();
    };
  }

  private Optional<FilterProblem> value(FieldReference field, AvroType type, Operand operand) {
    boolean number =
        switch (operand) {
          case Operand.Numeric n -> true;
          case Operand.Text t -> false;
          case Operand.FieldValue other ->
              type(other.field()).map(AvroType::isNumber).orElse(type.isNumber());
          case Operand.Placeholder p -> type.isNumber();
          case Operand.AnyEvent a -> type.isNumber();
        };
    return number == type.isNumber()
        ? Optional.empty()
        : Optional.of(
            of(
                operand.toString(),
                operand.position(),
                "%s is of type %s, which this value does not fit.".formatted(field, type)));
  }

  /** The type of a field that a filter can use. */
  private Optional<AvroType> type(FieldReference field) {
    return usable(field).isPresent()
        ? Optional.empty()
        : schemas.field(field.owner().dataset(), field.name()).map(FieldSchema::type);
  }
}
