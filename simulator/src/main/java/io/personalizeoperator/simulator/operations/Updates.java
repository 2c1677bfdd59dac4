package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.StatusTransitions;
import java.util.HashMap;
import java.util.Map;

/** The step that all Update operations with a {@code latest…Update} share. */
public final class Updates {
  private Updates() {}

  /** Starts the update of a resource with those members of its {@code latest…Update}. */
  public static void begin(
      Call call, Resource resource, Map<String, Object> change, Durations work) {
    Map<String, Object> update = new HashMap<>(change);
    String failure = call.failure();
    if (failure != null) {
      update.put(Resource.FAILURE, failure);
    }
    StatusTransitions.update(call.world(), resource, update, call.settings().duration(work), true);
  }
}
