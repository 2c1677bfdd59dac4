package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.faults.Faults;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code POST} and {@code DELETE /_simulator/faults}. */
final class FaultControl {
  private final Faults faults;
  private final Set<String> operations;

  FaultControl(Faults faults, Set<String> operations) {
    this.faults = faults;
    this.operations = operations;
  }

  Map<String, Object> post(JsonNode body) {
    ControlInput input =
        new ControlInput(
            body, Set.of("operation", "fault", "count", "rate", "delay", "message", "containing"));
    String operation = input.text("operation");
    if (!operation.equals("*") && !operations.contains(operation)) {
      throw new ControlException("operation: %s is neither an operation nor *.", operation);
    }
    Fault.Type type = type(input.text("fault"));
    if (input.has("count") && input.has("rate")) {
      throw new ControlException("rate: set either count or rate, not both.");
    }
    if (input.has("delay") != (type == Fault.Type.DELAY)) {
      throw new ControlException("delay: the fault Delay needs it, and no other fault takes it.");
    }
    if (input.has("containing") && input.text("containing").isEmpty()) {
      throw new ControlException("containing: must not be empty.");
    }
    faults.add(
        new Fault(
            operation,
            type,
            input.has("count") ? input.whole("count", 1) : null,
            input.has("rate") ? input.number("rate", 0, 1) : 1,
            input.has("delay") ? input.duration("delay") : null,
            input.textOrNull("message"),
            input.textOrNull("containing")));
    return Map.of();
  }

  private static Fault.Type type(String key) {
    return Arrays.stream(Fault.Type.values())
        .filter(type -> type.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new ControlException(
                    "fault: %s is not one of %s.",
                    key, Arrays.stream(Fault.Type.values()).map(Fault.Type::key).toList()));
  }

  Map<String, Object> delete() {
    faults.clear();
    return Map.of();
  }
}
