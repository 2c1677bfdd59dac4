package io.personalizeoperator.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into symbols. */
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * The symbols of a text, closed by one of kind END.
   *
   * @throws FilterExpressionException for a character that starts no symbol, a malformed number, a
   *     placeholder without a name and a string without its closing quote
   */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.skipSpace()) {
      lexer.readToken();
    }
    lexer.add(Token.Kind.END, "", text.length());
    return List.copyOf(lexer.tokens);
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private void readToken() {
    char c = text.charAt(at);
    if (isLetter(c)) {
      int start = at;
      skipWord();
      add(Token.Kind.WORD, text.substring(start, at), start);
    } else if (isDigit(c) || c == '-') {
      readNumber();
    } else if (c == '"' || c == '\'') {
      readString(c);
    } else if (c == '$') {
      readPlaceholder();
    } else {
      readPunctuation(c);
    }
  }

  private void readNumber() {
    int start = at++;
    if (text.charAt(start) == '-' && !(at < text.length() && isDigit(text.charAt(at)))) {
      throw fault(start, at, "A minus sign belongs to a number.");
    }
    skipDigits();
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      skipDigits();
    }
    int end = at;
    skipWord();
    if (at > end) {
      throw fault(start, at, "Expected a number in plain digits, such as 12 or -0.5.");
    }
    add(Token.Kind.NUMBER, text.substring(start, at), start);
  }

  /** A backslash takes the quote or backslash after it as it is; AWS documents no escape. */
  private void readString(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw fault(start, start + 1, "The string that starts here has no closing quote.");
    }
    at++;
    add(Token.Kind.STRING, value.toString(), start);
  }

  private void readPlaceholder() {
    int start = at++;
    skipWord();
    if (at == start + 1) {
      throw fault(start, at, "Expected the name of a placeholder: letters, digits, underscores.");
    }
    add(Token.Kind.PLACEHOLDER, text.substring(start + 1, at), start);
  }

  private void readPunctuation(char c) {
    int start = at;
    boolean equals = at + 1 < text.length() && text.charAt(at + 1) == '=';
    if (equals && "<>!".indexOf(c) >= 0) {
      at += 2;
    } else if ("().,|*=<>".indexOf(c) >= 0) {
      at++;
    } else {
      throw unknown(start);
    }
    add(Token.Kind.PUNCTUATION, text.substring(start, at), start);
  }

  private FilterExpressionException unknown(int start) {
    int codePoint = text.codePointAt(start);
    String explanation =
        switch (codePoint) {
          case '“', '”', '„', '‘', '’' -> "Strings stand in straight quotes, \" or '.";
          case ';' -> "An expression ends without a semicolon; | joins several.";
          default -> "The character U+%04X has no meaning here.".formatted(codePoint);
        };
    return fault(start, start + Character.charCount(codePoint), explanation);
  }

  private FilterExpressionException fault(int start, int end, String explanation) {
    return new FilterExpressionException(
        FilterProblem.of(text.substring(start, end), new Position(start), explanation));
  }

  private void add(Token.Kind kind, String value, int start) {
    tokens.add(new Token(kind, value, text.substring(start, Math.min(at, text.length())), start));
  }

  private void skipWord() {
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  /** Schema field names are Avro's: ASCII letters, digits and underscores. */
  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isEscapable(char c) {
    return c == '"' || c == '\'' || c == '\\';
  }
}
