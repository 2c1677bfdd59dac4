package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.World;
import java.time.Instant;
import java.util.Map;

/**
 * One call with its valid input, inside the world that it works on.
 *
 * @param operation the operation's name
 * @param body the input as the client wrote it
 */
public record Call(
    World world, String operation, Map<String, Object> input, String body, Faults faults) {
  /** A text member of the input, or null. */
  public String text(String member) {
    return (String) input.get(member);
  }

  /** An integer member of the input, or the default. */
  public int number(String member, int otherwise) {
    return (Integer) input.getOrDefault(member, otherwise);
  }

  /** A boolean member of the input, or the default. */
  public boolean flag(String member, boolean otherwise) {
    return (Boolean) input.getOrDefault(member, otherwise);
  }

  /** An object of the input; absent counts as empty. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String member) {
    return (Map<String, Object>) input.getOrDefault(member, Map.of());
  }

  /** The time of the call. */
  public Instant now() {
    return world.now();
  }

  /** The settings of the control API. */
  public Settings settings() {
    return world.settings();
  }

  /** The resource of that kind whose ARN is in the kind's own member of the input. */
  public Resource target(ResourceKind kind) {
    return world.require(kind, text(kind.arnMember()));
  }

  /**
   * The failureReason of the creation or update that this call starts when a fault lets it fail;
   * else null.
   */
  public String failure() {
    return faults.failure(operation, body);
  }
}
