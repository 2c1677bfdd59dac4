package io.personalizeoperator.expression;

/**
 * A reason to refuse an expression.
 *
 * @param message what is wrong and what would be right
 * @param position characters before the offending symbol; -1 if there is no text
 * @param symbol the offending symbol; empty at the end of the expression
 */
public record FilterProblem(String message, int position, String symbol) {
  /** A symbol that must not stand where it does, in AWS's words and with the place. */
  static FilterProblem of(String symbol, Position position, String explanation) {
    String place = position.offset() < 0 ? "" : " at position " + position.offset();
    return new FilterProblem(
        "Invalid input symbol: " + symbol + place + ". " + explanation, position.offset(), symbol);
  }
}
