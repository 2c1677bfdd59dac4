package io.personalizeoperator.expression;

/**
 * A symbol of an expression.
 *
 * @param kind what it is
 * @param text what it stands for: a string without its quotes, a placeholder without its dollar
 * @param symbol the symbol as it was written, for messages
 * @param offset characters before it
 */
record Token(Kind kind, String text, String symbol, int offset) {
  /** The kinds of symbol. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    PLACEHOLDER,
    PUNCTUATION,
    END
  }

  /** Whether this is a keyword. Keywords have no case: published samples print them in any. */
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Whether this is a punctuation mark or an operator. */
  boolean is(String mark) {
    return kind == Kind.PUNCTUATION && text.equals(mark);
  }

  Position position() {
    return new Position(offset);
  }

  /** The fault that this symbol is not what has to stand here. */
  FilterExpressionException unexpected(String explanation) {
    FilterProblem problem =
        kind == Kind.END
            ? new FilterProblem(
                "Unexpected end of the expression at position " + offset + ". " + explanation,
                offset,
                "")
            : FilterProblem.of(symbol, position(), explanation);
    return new FilterExpressionException(problem);
  }
}
