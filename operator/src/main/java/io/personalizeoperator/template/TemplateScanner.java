package io.personalizeoperator.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a template into text and expressions. {@code ${} begins an expression, and the brace that
 * closes it is found past braces and quotes of CEL. {@code $${} is a literal {@code ${}; any other
 * dollar, such as that of a {@code $PLACEHOLDER} of Personalize, stays.
 */
final class TemplateScanner {
  private static final String OPEN = "${";
  private static final String ESCAPED = "$${";

  private final String text;
  private final List<TemplatePart> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int literalStart;
  private int at;

  private TemplateScanner(String text) {
    this.text = text;
  }

  /**
   * Splits a text.
   *
   * @throws TemplateException when an expression is empty or not closed
   */
  static List<TemplatePart> split(String text) {
    return new TemplateScanner(text).split();
  }

  private List<TemplatePart> split() {
    while (at < text.length()) {
      if (text.startsWith(ESCAPED, at)) {
        literal.append(OPEN);
        at += ESCAPED.length();
      } else if (text.startsWith(OPEN, at)) {
        endLiteral();
        expression();
        literalStart = at;
      } else {
        literal.append(text.charAt(at++));
      }
    }
    endLiteral();
    return List.copyOf(parts);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new TemplatePart.Literal(literalStart, literal.toString()));
      literal.setLength(0);
    }
  }

  private void expression() {
    int opening = at;
    int start = at + OPEN.length();
    at = start;
    int depth = 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        skipString(c);
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      at++;
      if (depth == 0) {
        String source = text.substring(start, at - 1);
        if (source.isBlank()) {
          throw TemplateException.at(
              text, opening, "${} is empty; write an expression, or $${ for a literal ${");
        }
        parts.add(new TemplatePart.Expression(start, source));
        return;
      }
    }
    throw TemplateException.at(
        text, opening, "the ${ that begins here has no closing }; a literal ${ is written $${");
  }

  /** CEL's strings: in one or three quotes of either sort, raw ones without escapes. */
  private void skipString(char quote) {
    int start = at;
    String three = String.valueOf(quote).repeat(3);
    String end = text.startsWith(three, at) ? three : String.valueOf(quote);
    boolean raw = isRaw(start);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      at += !raw && text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      throw TemplateException.at(text, start, "the string that begins here is not closed");
    }
    at += end.length();
  }

  /** Whether r or R, alone or with b or B, stands before the quote. */
  private boolean isRaw(int quote) {
    int first = quote;
    while (first > 0 && "rRbB".indexOf(text.charAt(first - 1)) >= 0) {
      first--;
    }
    boolean isPrefix = first == 0 || !Character.isJavaIdentifierPart(text.charAt(first - 1));
    return isPrefix
        && text.substring(first, quote).toLowerCase(java.util.Locale.ROOT).contains("r");
  }
}
