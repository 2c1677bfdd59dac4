package io.personalizeoperator.template;

import dev.cel.common.types.CelType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the result of an expression may be: a text or a number. */
final class ResultRule {
  private ResultRule() {}

  /**
   * Refuses what cannot stand in a text, and says how to write it.
   *
   * @throws TemplateException when it is of a type that cannot
   */
  static void check(String template, TemplatePart.Expression expression, CelType type) {
    String instead =
        switch (type.kind()) {
          case STRING, INT, UINT, DOUBLE, DYN, ANY -> "";
          case TIMESTAMP ->
              "is a timestamp; write unixSeconds(…), unixMillis(…) or format(…, \"yyyyMMdd\")";
          case DURATION -> "is a duration; add it to a timestamp, or write string(…)";
          case LIST -> "is a list; write quote(…)";
          case BOOL -> "is true or false; write a condition such as … ? \"a\" : \"b\"";
          default -> "is of the type " + type.name();
        };
    if (!instead.isEmpty()) {
      throw TemplateException.at(
          template,
          expression.offset(),
          "expected a string or a number, but \"%s\" %s"
              .formatted(expression.source().strip(), instead));
    }
  }

  /** CEL's own words as one sentence. */
  static String words(@Nullable String message) {
    String text = Objects.requireNonNullElse(message, "the expression cannot be evaluated");
    return text.replaceAll("\\s+", " ").strip();
  }
}
