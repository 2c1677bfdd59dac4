package io.personalizeoperator.expression;

import static io.personalizeoperator.expression.FilterProblem.of;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the developer guide that hold whatever the schemas are, except those on the values
 * of a single condition, which {@link OperandRules} has.
 */
final class StructuralRules {
  private StructuralRules() {}

  /** The broken rule that stands first in the text. */
  static Optional<FilterProblem> firstProblem(List<Clause> clauses) {
    return Stream.of(
            clauses.stream().flatMap(StructuralRules::datasets),
            clauses.stream().flatMap(StructuralRules::currentUser),
            clauses.stream().flatMap(Clause::conditions).flatMap(StructuralRules::fieldName),
            clauses.stream().flatMap(Clause::conditions).flatMap(OperandRules::problems),
            clauses.stream().flatMap(StructuralRules::currentItem),
            oneTarget(clauses),
            fieldCount(clauses))
        .flatMap(problems -> problems)
        .min(Comparator.comparingInt(FilterProblem::position));
  }

  /** All fields in the order of the text, those of CurrentItem included. */
  static Stream<FieldReference> references(List<Clause> clauses) {
    return clauses.stream()
        .flatMap(Clause::conditions)
        .flatMap(
            condition ->
                Stream.concat(
                    Stream.of(condition.field()),
                    condition.operands().stream()
                        .filter(Operand.FieldValue.class::isInstance)
                        .map(operand -> ((Operand.FieldValue) operand).field())));
  }

  /** "Elements": AND and OR stay in the dataset of the first condition. */
  private static Stream<FilterProblem> datasets(Clause clause) {
    FieldOwner first = clause.where().anyOf().getFirst().conditions().getFirst().field().owner();
    return clause
        .where()
        .conditions()
        .map(FilterCondition::field)
        .flatMap(field -> dataset(field, first, clause.target()).stream());
  }

  private static Optional<FilterProblem> dataset(
      FieldReference field, FieldOwner first, Target target) {
    String explanation = null;
    if (field.owner() == FieldOwner.CURRENT_USER) {
      explanation = "CurrentUser stands only after IF.";
    } else if (field.owner() == FieldOwner.CURRENT_ITEM) {
      explanation = "CurrentItem stands only on the right of an operator.";
    } else if (!target.datasets().contains(field.owner().dataset())) {
      explanation =
          "%s is filtered by fields of %s or %s%s."
              .formatted(
                  target,
                  target.datasets().getFirst(),
                  target.datasets().getLast(),
                  field.owner() == FieldOwner.USERS
                      ? ", and by those of CurrentUser after IF"
                      : "");
    } else if (first.isDataset() && field.owner() != first) {
      explanation =
          "This expression is about %s; join another one about %s with |."
              .formatted(first, field.owner());
    }
    return Optional.ofNullable(explanation)
        .map(text -> of(field.toString(), field.position(), text));
  }

  /** "Elements": IF is for conditions on CurrentUser. */
  private static Stream<FilterProblem> currentUser(Clause clause) {
    return clause.onlyIf().stream()
        .map(FilterCondition::field)
        .filter(field -> field.owner() != FieldOwner.CURRENT_USER)
        .map(field -> of(field.toString(), field.position(), "After IF stands only CurrentUser."));
  }

  /** "Guidelines and requirements": what no filter can see, by name. */
  private static Stream<FilterProblem> fieldName(FilterCondition condition) {
    FieldReference field = condition.field();
    if (field.owner().dataset().recordsEvents() && !field.isEventType()) {
      return Stream.of(
          of(
              field.toString(),
              field.position(),
              "Of %s only EVENT_TYPE can be filtered by.".formatted(field.owner())));
    }
    Set<String> closed = Set.of("ACTION_EXPIRATION_TIMESTAMP", "REPEAT_FREQUENCY");
    if (field.owner() == FieldOwner.ACTIONS
        && closed.stream().anyMatch(field.name()::equalsIgnoreCase)) {
      return Stream.of(
          of(
              field.toString(),
              field.position(),
              "Action expiration timestamp and repeat frequency cannot be filtered by."));
    }
    return Stream.empty();
  }

  /** "Elements": CurrentItem is for related items, so it is compared with fields of Items. */
  private static Stream<FilterProblem> currentItem(Clause clause) {
    return clause
        .conditions()
        .flatMap(
            condition ->
                condition.operands().stream()
                    .filter(Operand.FieldValue.class::isInstance)
                    .map(operand -> ((Operand.FieldValue) operand).field())
                    .flatMap(value -> currentItem(condition.field(), value).stream()));
  }

  private static Optional<FilterProblem> currentItem(FieldReference field, FieldReference value) {
    if (value.owner() != FieldOwner.CURRENT_ITEM) {
      return Optional.of(
          of(
              value.toString(),
              value.position(),
              "Only a field of CurrentItem can stand on the right of an operator."));
    }
    return field.owner() == FieldOwner.ITEMS
        ? Optional.empty()
        : Optional.of(
            of(
                value.toString(),
                value.position(),
                "CurrentItem can be compared with fields of Items only."));
  }

  /** Not in the guide, but no request filters items and users, or items and actions, at once. */
  private static Stream<FilterProblem> oneTarget(List<Clause> clauses) {
    Target first = clauses.getFirst().target();
    return clauses.stream()
        .filter(clause -> clause.target() != first)
        .map(
            clause ->
                of(
                    clause.target().toString(),
                    clause.position(),
                    "All expressions of a filter are about the same target, here %s."
                        .formatted(first)));
  }

  /** Service quota: {@value FilterExpression#MAX_FIELDS} distinct fields, counted across pipes. */
  private static Stream<FilterProblem> fieldCount(List<Clause> clauses) {
    Set<DatasetField> seen = new HashSet<>();
    return references(clauses)
        .filter(field -> seen.add(field.datasetField()))
        .skip(FilterExpression.MAX_FIELDS)
        .map(
            field ->
                of(
                    field.toString(),
                    field.position(),
                    "A filter uses at most %d distinct fields."
                        .formatted(FilterExpression.MAX_FIELDS)));
  }
}
