package io.personalizeoperator.template;

/** A piece of a template. */
sealed interface TemplatePart {
  /** Where it begins in the template, from 0. */
  int offset();

  /** Text that stays as it is. */
  record Literal(int offset, String text) implements TemplatePart {}

  /**
   * A CEL expression.
   *
   * @param offset where the expression itself begins, after its opening brace
   * @param source the expression
   */
  record Expression(int offset, String source) implements TemplatePart {}
}
