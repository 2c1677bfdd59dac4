package io.personalizeoperator.simulator.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the PredictedItem structure; it leaves out null members. */
final class PredictedItem {
  private PredictedItem() {}

  static Map<String, Object> of(
      String id, Double score, Map<String, Object> metadata, String promotion) {
    Map<String, Object> item = new HashMap<>();
    item.put("itemId", id);
    if (score != null) {
      item.put("score", score);
    }
    if (metadata != null) {
      item.put("metadata", metadata);
    }
    if (promotion != null) {
      item.put("promotionName", promotion);
      item.put("reason", List.of("Promoted item"));
    }
    return Map.copyOf(item);
  }
}
