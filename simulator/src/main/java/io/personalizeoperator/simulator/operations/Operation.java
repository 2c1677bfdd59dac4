package io.personalizeoperator.simulator.operations;

import java.util.Map;

/** One operation on valid input. */
@FunctionalInterface
public interface Operation {
  /**
   * Runs the call.
   *
   * @return the output members; empty for operations without output
   * @throws io.personalizeoperator.simulator.ServiceException a documented error; nothing has
   *     changed then
   */
  Map<String, Object> call(Call call);
}
