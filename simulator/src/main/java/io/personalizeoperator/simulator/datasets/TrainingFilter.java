package io.personalizeoperator.simulator.datasets;

import java.util.Map;

/**
 * Which interactions a training uses (developer guide, "Choosing the item interaction data used for
 * training").
 *
 * @param eventType only interactions of that type; null: of all types
 * @param eventValueThreshold only interactions with at least that value; null: with any or none
 */
public record TrainingFilter(String eventType, String eventValueThreshold) {
  /** Uses all interactions. */
  public static final TrainingFilter NONE = new TrainingFilter(null, null);

  boolean accepts(Map<String, String> row) {
    if (eventType != null && !eventType.equals(row.get("EVENT_TYPE"))) {
      return false;
    }
    return eventValueThreshold == null
        || number(row.get("EVENT_VALUE")) >= number(eventValueThreshold);
  }

  /** A comparison with what is no number is false. */
  private static double number(String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Words for the end of a message, such as {@code " after filtering by event type: watch"}. */
  String words() {
    String type = eventType == null ? "" : "event type: " + eventType;
    String value = eventValueThreshold == null ? "" : "event value: " + eventValueThreshold;
    return type.isEmpty() && value.isEmpty()
        ? ""
        : " after filtering by "
            + (type.isEmpty() || value.isEmpty() ? type + value : type + " and " + value);
  }
}
