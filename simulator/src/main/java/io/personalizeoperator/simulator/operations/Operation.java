package io.personalizeoperator.simulator.operations;

import java.util.Map;

/** What one operation does with a valid input. */
@FunctionalInterface
public interface Operation {
  /**
   * Carries out the call.
   *
   * @return the output members; empty for operations without output
   * @throws io.personalizeoperator.simulator.ServiceException a documented error; then nothing has
   *     changed
   */
  Map<String, Object> call(Call call);
}
