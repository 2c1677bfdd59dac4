package io.personalizeoperator.simulator.datasets;

import io.personalizeoperator.expression.AvroType;
import io.personalizeoperator.expression.FilterDataset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the values of imported records can be (developer guide, the pages "Preparing … for training"
 * and "Amazon Personalize endpoints and quotas").
 */
public final class ValueRules {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_VALUE = 10;
  private static final int MOST_DAYS = 30;
  private static final Set<String> ACTION_EVENTS = Set.of("TAKEN", "NOT_TAKEN", "VIEWED");
  private static final List<String> IDS = List.of("USER_ID", "ITEM_ID", "ACTION_ID");

  private ValueRules() {}

  /** The reason why the value cannot be one of that field, or null. An empty value is missing. */
  static String problem(FilterDataset type, AvroField field, String value, Set<String> keywords) {
    if (!field.accepts(value)) {
      return "the column %s must be of type %s; found '%s'"
          .formatted(field.name(), field.field().type(), value);
    }
    if (value.isEmpty()) {
      return null;
    }
    if (field.is(AvroType.STRING)) {
      String problem = textProblem(field, value, keywords);
      return problem == null ? eventProblem(type, field, value) : problem;
    }
    return type == FilterDataset.ACTIONS ? actionProblem(field, value) : null;
  }

  private static String textProblem(AvroField field, String value, Set<String> keywords) {
    if (keywords.contains(value)) {
      return "the column %s has the reserved keyword '%s' as a value"
          .formatted(field.name(), value);
    }
    // Amazon Personalize truncates textual values that are too long.
    int longest = IDS.contains(field.name()) ? LONGEST_ID : LONGEST_TEXT;
    return field.field().textual() || value.length() <= longest
        ? null
        : "the column %s has a value of %d characters; at most %d are allowed"
            .formatted(field.name(), value.length(), longest);
  }

  private static String eventProblem(FilterDataset type, AvroField field, String value) {
    if (type != FilterDataset.ACTION_INTERACTIONS || !field.name().equals("EVENT_TYPE")) {
      return null;
    }
    return isActionEvent(value)
        ? null
        : "the column EVENT_TYPE must be Taken, Not taken or Viewed; found '%s'".formatted(value);
  }

  /** Whether actions have events of that type. The developer guide spells them in several ways. */
  public static boolean isActionEvent(String eventType) {
    return ACTION_EVENTS.contains(eventType.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  private static String actionProblem(AvroField field, String value) {
    return switch (field.name()) {
      case "VALUE" -> range(field, value, 1, MOST_VALUE);
      case "REPEAT_FREQUENCY" -> range(field, value, 0, MOST_DAYS);
      default -> null;
    };
  }

  private static String range(AvroField field, String value, long least, long most) {
    long number = Long.parseLong(value);
    return number >= least && number <= most
        ? null
        : "the column %s must be from %d to %d; found %d"
            .formatted(field.name(), least, most, number);
  }
}
