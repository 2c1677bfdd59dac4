package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterRotation;
import io.personalizeoperator.api.filter.FilterSpec;
import io.personalizeoperator.decision.LruMemo;
import io.personalizeoperator.template.Template;
import io.personalizeoperator.template.TemplateException;
import io.personalizeoperator.template.TemplateValues;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * Expression and name of filters at a tick. What has no {@code ${}} is taken as it is, and CEL is
 * not loaded for it.
 */
final class FilterTexts {
  private static final int LONGEST_EXPRESSION = 2500;

  /** Reading a template takes milliseconds, and every pass asks. */
  private static final int MOST_TEMPLATES = 256;

  private static final int MOST_TEXTS = 4_096;

  private record Source(String text, ZoneId zone, Map<String, Object> parameters) {}

  private record Question(String text, TemplateValues values) {}

  private final LruMemo<FilterRotation, RotationSchedule> schedules =
      new LruMemo<>(MOST_TEMPLATES, RotationSchedule::of);
  private final LruMemo<Source, Template> templates = new LruMemo<>(MOST_TEMPLATES, this::read);
  private final LruMemo<Question, String> texts = new LruMemo<>(MOST_TEXTS, this::rendered);

  /**
   * The rotation of a filter.
   *
   * @throws IllegalArgumentException when it cannot be read; the message names the field
   */
  RotationSchedule scheduleOf(Filter filter) {
    FilterRotation rotation = filter.getSpec().rotation();
    return rotation == null ? RotationSchedule.NONE : schedules.of(rotation);
  }

  /** Whether a filter says another thing at another tick, or has another name. */
  static boolean isDated(FilterSpec spec) {
    boolean hasTicks = spec.rotation() != null && spec.rotation().cron() != null;
    return hasTicks
        || Template.isOne(spec.expression())
        || (spec.name() != null && Template.isOne(spec.name()));
  }

  /**
   * What a filter says at a tick.
   *
   * @throws IllegalArgumentException when a template is wrong or AWS cannot take the result; the
   *     message names the field and the place in it
   */
  FilterText at(Filter filter, RotationSchedule schedule, Instant tick) {
    FilterSpec spec = filter.getSpec();
    TemplateValues values =
        new TemplateValues(
            tick,
            schedule.zone(),
            filter.getMetadata().getName(),
            filter.getMetadata().getNamespace(),
            Parameters.checked(spec.parameters()));
    String expression = text("expression", spec.expression(), values);
    if (expression.isBlank() || expression.length() > LONGEST_EXPRESSION) {
      throw new IllegalArgumentException(
          "expression: with its values it has %d characters; AWS takes 1 to %d"
              .formatted(expression.length(), LONGEST_EXPRESSION));
    }
    boolean isDated = isDated(spec);
    return new FilterText(expression, name(filter, values), isDated ? tick : null);
  }

  private String name(Filter filter, TemplateValues values) {
    FilterSpec spec = filter.getSpec();
    String name = filter.awsName();
    if (Template.isOne(name)) {
      return FilterName.checked(text("name", name, values));
    }
    return spec.rotation() != null && spec.rotation().cron() != null
        ? FilterName.at(values.now(), name)
        : name;
  }

  private String text(String field, String text, TemplateValues values) {
    if (!Template.isOne(text)) {
      return text;
    }
    // Filters that share a template share what it says, where it does not name them.
    TemplateValues used = text.contains("metadata") ? values : unnamed(values);
    try {
      return texts.of(new Question(text, used));
    } catch (TemplateException e) {
      throw new IllegalArgumentException(field + ": " + Objects.requireNonNull(e.getMessage()), e);
    }
  }

  private static TemplateValues unnamed(TemplateValues values) {
    return new TemplateValues(values.now(), values.zone(), "", "", values.parameters());
  }

  private String rendered(Question question) {
    TemplateValues values = question.values;
    Source source = new Source(question.text, values.zone(), values.parameters());
    return templates.of(source).render(values).text();
  }

  private Template read(Source source) {
    return Template.parse(
        source.text, new TemplateValues(Instant.EPOCH, source.zone, "", "", source.parameters));
  }
}
