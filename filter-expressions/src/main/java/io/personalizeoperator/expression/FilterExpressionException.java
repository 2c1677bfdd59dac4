package io.personalizeoperator.expression;

/** Thrown for an expression that Amazon Personalize would refuse. The message is for its author. */
public final class FilterExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final String symbol;

  FilterExpressionException(FilterProblem problem) {
    super(problem.message());
    this.position = problem.position();
    this.symbol = problem.symbol();
  }

  /** Where the offending symbol starts: characters before it; -1 if there is no text. */
  public int position() {
    return position;
  }

  /** The offending symbol as it was written; empty at the end of the expression. */
  public String symbol() {
    return symbol;
  }
}
