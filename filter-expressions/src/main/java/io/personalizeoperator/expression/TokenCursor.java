package io.personalizeoperator.expression;

import java.util.List;

/** The symbols of an expression and how far they have been read. It never moves past the end. */
final class TokenCursor {
  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean skip(String mark) {
    boolean found = peek().is(mark);
    if (found) {
      next();
    }
    return found;
  }

  boolean skipKeyword(String keyword) {
    boolean found = peek().isKeyword(keyword);
    if (found) {
      next();
    }
    return found;
  }

  void require(String mark, String explanation) {
    if (!skip(mark)) {
      throw peek().unexpected(explanation);
    }
  }
}
