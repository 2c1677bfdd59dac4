package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import java.util.Map;

/**
 * The rules of itemExplorationConfig: explorationWeight from 0 to 1, explorationItemAgeCutOff in
 * days, at least 1.
 */
final class Exploration {
  private Exploration() {}

  static void check(Map<?, ?> config) {
    for (Map.Entry<?, ?> entry : config.entrySet()) {
      String name = (String) entry.getKey();
      double value = number(name, (String) entry.getValue());
      boolean fine =
          switch (name) {
            case "explorationWeight" -> value >= 0 && value <= 1;
            case "explorationItemAgeCutOff" -> value >= 1;
            default ->
                throw ServiceException.invalidInput(
                    "itemExplorationConfig has an unknown hyperparameter: %s.", name);
          };
      if (!fine) {
        throw ServiceException.invalidInput(
            "The value of %s in itemExplorationConfig is out of range.", name);
      }
    }
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw ServiceException.invalidInput(
          "The value of %s in itemExplorationConfig must be a number.", name);
    }
  }
}
