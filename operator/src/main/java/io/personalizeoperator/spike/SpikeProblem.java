package io.personalizeoperator.spike;

/**
 * What is wrong with a spike that the API server could not see. Such a spike is left out of the
 * calendar.
 *
 * @param spike name of the spike; empty when it has none
 * @param field the field at fault, as it stands in the manifest
 * @param message what to do, in a sentence that begins with spike and field; stable
 */
public record SpikeProblem(String spike, String field, String message) {
  static SpikeProblem of(String spike, String field, String whatToDo) {
    return new SpikeProblem(spike, field, "spike \"%s\": %s: %s".formatted(spike, field, whatToDo));
  }
}
