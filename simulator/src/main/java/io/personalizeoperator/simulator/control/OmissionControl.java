package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.faults.Omissions;
import java.util.Map;
import java.util.Set;

/** {@code PUT} and {@code DELETE /_simulator/omissions}. */
final class OmissionControl {
  private static final String MEMBERS = "members";
  private final Omissions omissions;

  OmissionControl(Omissions omissions) {
    this.omissions = omissions;
  }

  Map<String, Object> put(JsonNode body) {
    ControlInput input = new ControlInput(body, Set.of("operation", MEMBERS));
    String operation = input.text("operation");
    if (!omissions.knows(operation)) {
      throw new ControlException(
          "operation: %s is not an operation of Amazon Personalize.", operation);
    }
    try {
      omissions.set(operation, input.texts(MEMBERS));
    } catch (IllegalArgumentException e) {
      throw new ControlException("%s: %s", MEMBERS, e.getMessage());
    }
    return Map.of();
  }

  Map<String, Object> delete() {
    omissions.clear();
    return Map.of();
  }
}
