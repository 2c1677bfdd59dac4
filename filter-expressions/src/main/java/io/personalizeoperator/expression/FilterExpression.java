package io.personalizeoperator.expression;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Amazon Personalize filter expression that keeps every rule which needs no schema.
 *
 * @param clauses the expressions that pipes join, one or more
 */
public record FilterExpression(List<Clause> clauses) {
  /** The longest expression that CreateFilter takes, in characters. */
  public static final int MAX_LENGTH = 2500;

  /** The most distinct dataset fields of one filter, over all its clauses (service quota). */
  public static final int MAX_FIELDS = 10;

  /**
   * Checks the structure.
   *
   * @throws FilterExpressionException if a rule that needs no schema is broken
   */
  public FilterExpression {
    clauses = List.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("a filter expression needs INCLUDE or EXCLUDE");
    }
    StructuralRules.firstProblem(clauses)
        .ifPresent(
            problem -> {
              throw new FilterExpressionException(problem);
            });
  }

  /**
   * Reads an expression.
   *
   * @param text 1 to {@value #MAX_LENGTH} characters
   * @throws FilterExpressionException if the text is no expression, or a rule that needs no schema
   *     is broken
   */
  public static FilterExpression parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new FilterExpressionException(
          new FilterProblem(
              "A filter expression has 1 to %d characters; this one has %d."
                  .formatted(MAX_LENGTH, text.length()),
              Math.min(text.length(), MAX_LENGTH),
              ""));
    }
    return new FilterExpression(new Parser(Lexer.tokens(text)).clauses());
  }

  /**
   * Checks the expression against the schemas of a dataset group.
   *
   * @throws FilterExpressionException for the first of the {@link #problems}
   */
  public void check(SchemaFields schemas) {
    problems(schemas).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new FilterExpressionException(problem);
            });
  }

  /** What the schemas of a dataset group say against the expression, in the order of the text. */
  public List<FilterProblem> problems(SchemaFields schemas) {
    return new SchemaCheck(schemas).problems(this);
  }

  /**
   * Gives the placeholders the values of one request.
   *
   * @param filterValues placeholder name, without dollar sign, to value or comma-separated values;
   *     names that the expression does not have are ignored
   * @throws FilterValueException if an INCLUDE expression lacks a value, or a value does not fit
   */
  public BoundFilter bind(Map<String, String> filterValues) {
    return new BoundFilter(this, filterValues);
  }

  /** What the filter is for; all clauses agree in it. */
  public Target target() {
    return clauses.getFirst().target();
  }

  /** The names of the placeholders, without dollar signs, each once, in the order of the text. */
  public List<String> placeholders() {
    return operands()
        .filter(Operand.Placeholder.class::isInstance)
        .map(operand -> ((Operand.Placeholder) operand).name())
        .distinct()
        .toList();
  }

  /**
   * The dataset fields that count towards the quotas, each once, in the order of the text. A field
   * of CurrentUser is one of Users, a field of CurrentItem one of Items.
   */
  public List<DatasetField> fields() {
    return StructuralRules.references(clauses)
        .map(FieldReference::datasetField)
        .distinct()
        .toList();
  }

  /** Whether a request has to name an item, as only related items recommendations can. */
  public boolean usesCurrentItem() {
    return operands().anyMatch(Operand.FieldValue.class::isInstance);
  }

  /**
   * The expression in AWS's spelling. Parsing it gives an equal expression, unless it is longer
   * than {@value #MAX_LENGTH} characters.
   */
  @Override
  public String toString() {
    return clauses.stream().map(Clause::toString).collect(Collectors.joining(" | "));
  }

  private Stream<Operand> operands() {
    return clauses.stream().flatMap(Clause::conditions).flatMap(c -> c.operands().stream());
  }
}
