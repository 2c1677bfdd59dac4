package io.personalizeoperator.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.value.FieldValue;
import com.cronutils.parser.CronParser;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The five fields of a cron entry, in their order, and how the text of one is read. */
enum CronField {
  MINUTE(CronFieldName.MINUTE, "minute", 0, 59, "0 to 59"),
  HOUR(CronFieldName.HOUR, "hour", 0, 23, "0 to 23"),
  DAY_OF_MONTH(CronFieldName.DAY_OF_MONTH, "day of month", 1, 31, "1 to 31"),
  MONTH(CronFieldName.MONTH, "month", 1, 12, "1 to 12 or JAN to DEC"),
  /** Days count from Sunday, which is both 0 and 7. */
  DAY_OF_WEEK(
      CronFieldName.DAY_OF_WEEK,
      "day of week",
      0,
      7,
      "0 to 7 or SUN to SAT, where 0 and 7 are Sunday");

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final CronFieldName name;
  private final String words;
  private final int lowest;
  private final int highest;
  private final String values;

  CronField(CronFieldName name, String words, int lowest, int highest, String values) {
    this.name = name;
    this.words = words;
    this.lowest = lowest;
    this.highest = highest;
    this.values = values;
  }

  /**
   * The values that each field of an entry names.
   *
   * @param texts one for each field, in their order
   * @throws InvalidScheduleException when one of them is not the text of such a field
   */
  static Map<CronField, BitSet> parse(String[] texts) {
    Map<CronFieldName, com.cronutils.model.field.CronField> parsed = parseTogether(texts);
    Map<CronField, BitSet> values = new EnumMap<>(CronField.class);
    for (CronField field : values()) {
      values.put(
          field, field.values(Objects.requireNonNull(parsed.get(field.name)).getExpression()));
    }
    return values;
  }

  private static Map<CronFieldName, com.cronutils.model.field.CronField> parseTogether(
      String[] texts) {
    String[] inTheirWords = new String[texts.length];
    for (CronField field : values()) {
      inTheirWords[field.ordinal()] = field.inCronUtilsWords(texts[field.ordinal()]);
    }
    try {
      return PARSER.parse(String.join(" ", inTheirWords)).retrieveFieldsAsMap();
    } catch (IllegalArgumentException e) {
      throw fault(texts, inTheirWords);
    }
  }

  /** Reads the fields one by one to find the one that cron-utils refuses. */
  private static InvalidScheduleException fault(String[] texts, String[] inTheirWords) {
    for (CronField field : values()) {
      String[] alone = Collections.nCopies(texts.length, "*").toArray(String[]::new);
      alone[field.ordinal()] = inTheirWords[field.ordinal()];
      try {
        PARSER.parse(String.join(" ", alone));
      } catch (IllegalArgumentException e) {
        return field.invalid(texts[field.ordinal()]);
      }
    }
    return new InvalidScheduleException(
        "\"%s\" is not a cron entry".formatted(String.join(" ", texts)));
  }

  private BitSet values(FieldExpression expression) {
    BitSet chosen = new BitSet();
    add(expression, chosen);
    if (this == DAY_OF_WEEK && chosen.get(7)) {
      chosen.clear(7);
      chosen.set(0);
    }
    return chosen;
  }

  /**
   * CronJob takes ? for * in the fields of days, and SUN-SAT, whose SUN cron-utils would read as 7.
   */
  private String inCronUtilsWords(String text) {
    if (text.equals("?") && (this == DAY_OF_MONTH || this == DAY_OF_WEEK)) {
      return "*";
    }
    return this == DAY_OF_WEEK ? text.toUpperCase(Locale.ROOT).replace("SUN-", "0-") : text;
  }

  private void add(FieldExpression expression, BitSet chosen) {
    switch (expression) {
      case And list -> list.getExpressions().forEach(part -> add(part, chosen));
      case Every steps -> addEvery(steps, chosen);
      case Always all -> add(lowest, highest, 1, chosen);
      case Between range -> add(number(range.getFrom()), number(range.getTo()), 1, chosen);
      case On one -> chosen.set(number(one.getTime()));
      default -> throw invalid(expression.asString());
    }
  }

  /** 5/15 is 5-59/15, as CronJob has it. */
  private void addEvery(Every steps, BitSet chosen) {
    int step = number(steps.getPeriod());
    switch (steps.getExpression()) {
      case Always all -> add(lowest, this == DAY_OF_WEEK ? 6 : highest, step, chosen);
      case Between range -> add(number(range.getFrom()), number(range.getTo()), step, chosen);
      case On one -> add(number(one.getTime()), this == DAY_OF_WEEK ? 6 : highest, step, chosen);
      default -> throw invalid(steps.asString());
    }
  }

  private void add(int first, int last, int step, BitSet chosen) {
    if (step < 1) {
      throw new InvalidScheduleException("the %s has a step below 1".formatted(words));
    }
    for (int value = first; value <= last; value += step) {
      chosen.set(value);
    }
  }

  private static int number(FieldValue<?> value) {
    return (Integer) value.getValue();
  }

  private InvalidScheduleException invalid(String text) {
    return new InvalidScheduleException(
        "the %s \"%s\" is not valid; give %s, a list such as 1,2, a range such as 1-3, * or */2"
            .formatted(words, text, values));
  }
}
