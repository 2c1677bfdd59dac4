package io.personalizeoperator.template;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.personalizeoperator.template.RenderedText.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A template that was read and checked. Immutable; rendering takes microseconds, and reading one
 * with expressions milliseconds.
 */
public final class Template {
  /** More than any text of Personalize may have. */
  private static final int LONGEST_RESULT = 10_000;

  private final String text;
  private final List<TemplatePart> parts;
  private final Map<TemplatePart, CelRuntime.Program> programs = new HashMap<>();

  private Template(String text, List<TemplatePart> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** Whether a text has an expression in it, or an escaped opening of one. */
  public static boolean isOne(String text) {
    return text.contains("${");
  }

  /**
   * Reads a template and checks the types of its expressions.
   *
   * @param values zone and parameters count; the instant does not
   * @throws TemplateException when it is wrong
   */
  public static Template parse(String text, TemplateValues values) {
    Template template = new Template(text, TemplateScanner.split(text));
    TemplateLanguage language = null;
    for (TemplatePart part : template.parts) {
      if (part instanceof TemplatePart.Expression expression) {
        language = language == null ? languageOf(values) : language;
        template.programs.put(part, language.compile(text, expression));
      }
    }
    return template;
  }

  private static TemplateLanguage languageOf(TemplateValues values) {
    return new TemplateLanguage(values.zone(), values.parameters());
  }

  /**
   * Puts the values in.
   *
   * @param values as those that it was read with, at any instant
   * @throws TemplateException when an expression fails or its result is no text
   */
  public RenderedText render(TemplateValues values) {
    Map<String, Object> variables = variables(values);
    StringBuilder result = new StringBuilder();
    List<Piece> pieces = new ArrayList<>();
    for (TemplatePart part : parts) {
      boolean isLiteral = part instanceof TemplatePart.Literal;
      pieces.add(new Piece(result.length(), part.offset(), isLiteral));
      result.append(
          switch (part) {
            case TemplatePart.Literal literal -> literal.text();
            case TemplatePart.Expression expression -> evaluate(expression, variables);
          });
      if (result.length() > LONGEST_RESULT) {
        throw TemplateException.at(
            text,
            part.offset(),
            "the rendered text has more than %d characters".formatted(LONGEST_RESULT));
      }
    }
    return new RenderedText(text, result.toString(), List.copyOf(pieces));
  }

  private String evaluate(TemplatePart.Expression expression, Map<String, Object> variables) {
    try {
      Object value =
          Objects.requireNonNull(Objects.requireNonNull(programs.get(expression)).eval(variables));
      return PlainText.of(value)
          .orElseThrow(
              () ->
                  TemplateException.at(
                      text,
                      expression.offset(),
                      "expected a string or a number, but \"%s\" is neither"
                          .formatted(expression.source().strip())));
    } catch (CelEvaluationException e) {
      throw TemplateException.at(
          text, expression.offset(), ResultRule.words(rootOf(e).getMessage()));
    }
  }

  /** CEL wraps what a function throws. */
  private static Throwable rootOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : rootOf(cause);
  }

  private static Map<String, Object> variables(TemplateValues values) {
    Map<String, Object> all = new HashMap<>();
    Instant now = values.now();
    all.put(TemplateLanguage.NOW, now);
    all.put(TemplateLanguage.NAME, values.name());
    all.put(TemplateLanguage.NAMESPACE, values.namespace());
    values
        .parameters()
        .forEach((name, value) -> all.put(TemplateLanguage.PARAMETERS + name, value));
    return all;
  }
}
