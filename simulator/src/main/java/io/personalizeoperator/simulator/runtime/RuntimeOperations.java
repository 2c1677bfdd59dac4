package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Amazon Personalize Runtime: recommendations by popularity over the interactions that were
 * imported from files or put. The order is the simulator's own; the checks of requests and the
 * filters are the service's.
 */
public final class RuntimeOperations {
  private final Catalog catalog = new Catalog();
  private final DatasetStore store;

  /** Creates operations that read that store. */
  public RuntimeOperations(DatasetStore store) {
    this.store = store;
  }

  /** The operations by name. */
  public Map<String, Operation> operations() {
    return Map.of(
        "GetRecommendations", new Recommendations(catalog, store),
        "GetPersonalizedRanking", this::ranking,
        "GetActionRecommendations", this::actions);
  }

  private Map<String, Object> ranking(Call call) {
    Served served = Served.campaign(call, catalog, call.text("campaignArn"));
    if (!served.recipe().type().equals("PERSONALIZED_RANKING")) {
      throw ServiceException.invalidInput(
          "GetPersonalizedRanking needs a recipe of the type PERSONALIZED_RANKING.");
    }
    Metadata metadata = Metadata.of(call, served);
    List<?> input = (List<?>) call.input().get("inputList");
    if (input.isEmpty() || input.size() > metadata.most()) {
      throw ServiceException.invalidInput("inputList takes 1 to %d items.", metadata.most());
    }
    GroupRecords records = new GroupRecords(call.world(), store, served.group());
    Predicate<String> filter =
        RequestFilter.of(call, call.input(), records, served.group(), call.text("userId"), null);
    List<Map<String, Object>> ranked = new ArrayList<>();
    List<Map.Entry<String, Integer>> popular =
        records.popularity(FilterDataset.INTERACTIONS, "ITEM_ID");
    double total = popular.stream().mapToInt(Map.Entry::getValue).sum();
    for (Map.Entry<String, Integer> item : popular) {
      if (input.contains(item.getKey()) && filter.test(item.getKey())) {
        ranked.add(
            PredictedItem.of(
                item.getKey(), item.getValue() / total, metadata.of(records, item.getKey()), null));
      }
    }
    // Items unknown to the training come last, in the order of the request.
    for (Object item : input) {
      String id = (String) item;
      if (popular.stream().noneMatch(known -> known.getKey().equals(id)) && filter.test(id)) {
        ranked.add(PredictedItem.of(id, null, metadata.of(records, id), null));
      }
    }
    return Map.of("personalizedRanking", ranked, "recommendationId", recommendationId(call));
  }

  private Map<String, Object> actions(Call call) {
    if (call.text("campaignArn") == null) {
      throw ServiceException.invalidInput("campaignArn is required.");
    }
    Served served = Served.campaign(call, catalog, call.text("campaignArn"));
    if (!served.recipe().type().equals("PERSONALIZED_ACTIONS") || call.text("userId") == null) {
      throw ServiceException.invalidInput(
          "GetActionRecommendations needs a recipe of the type PERSONALIZED_ACTIONS, and a userId.");
    }
    int wanted = call.number("numResults", 5);
    if (wanted > 100) {
      throw ServiceException.invalidInput("numResults must be at most 100.");
    }
    GroupRecords records = new GroupRecords(call.world(), store, served.group());
    Predicate<String> filter =
        RequestFilter.of(call, call.input(), records, served.group(), call.text("userId"), null);
    List<Map.Entry<String, Integer>> popular =
        records.popularity(FilterDataset.ACTION_INTERACTIONS, "ACTION_ID");
    double total = popular.stream().mapToInt(Map.Entry::getValue).sum();
    List<Map<String, Object>> found =
        popular.stream()
            .filter(action -> filter.test(action.getKey()))
            .limit(wanted)
            .map(
                action ->
                    Map.<String, Object>of(
                        "actionId", action.getKey(), "score", action.getValue() / total))
            .toList();
    return Map.of("actionList", found, "recommendationId", recommendationId(call));
  }

  static String recommendationId(Call call) {
    long number = call.world().nextSequence();
    return "RID-"
        + UUID.nameUUIDFromBytes(
            (call.world().key() + " " + number).getBytes(StandardCharsets.UTF_8));
  }
}
