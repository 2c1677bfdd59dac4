package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** GetRecommendations: popular or related items, filtered, with promotions and metadata. */
final class Recommendations implements Operation {
  private static final int DEFAULT_RESULTS = 25;
  private static final int DEFAULT_PROMOTED_PERCENT = 25;
  private final Catalog catalog;
  private final DatasetStore store;

  Recommendations(Catalog catalog, DatasetStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /** An item with its share of all counts. */
  private record Scored(String id, double score) {}

  @Override
  public Map<String, Object> call(Call call) {
    Served served = served(call);
    checkWho(call, served.recipe().type());
    Metadata metadata = Metadata.of(call, served);
    int wanted = call.number("numResults", DEFAULT_RESULTS);
    if (wanted > metadata.most()) {
      throw ServiceException.invalidInput("numResults must be at most %d.", metadata.most());
    }
    GroupRecords records = new GroupRecords(call.world(), store, served.group());
    List<Scored> candidates = candidates(call, served, records);
    Predicate<String> filter = filter(call, call.input(), records, served);
    List<Map<String, Object>> items = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    promote(call, served, records, candidates, wanted, metadata, items, taken);
    for (Scored candidate : candidates) {
      if (items.size() >= wanted) {
        break;
      }
      if (!taken.contains(candidate.id()) && filter.test(candidate.id())) {
        items.add(
            PredictedItem.of(
                candidate.id(), candidate.score(), metadata.of(records, candidate.id()), null));
      }
    }
    return Map.of("itemList", items, "recommendationId", RuntimeOperations.recommendationId(call));
  }

  private Served served(Call call) {
    String campaign = call.text("campaignArn");
    String recommender = call.text("recommenderArn");
    if ((campaign == null) == (recommender == null)) {
      throw ServiceException.invalidInput("Either campaignArn or recommenderArn is required.");
    }
    return campaign == null
        ? Served.recommender(call, catalog, recommender)
        : Served.campaign(call, catalog, campaign);
  }

  private static void checkWho(Call call, String type) {
    switch (type) {
      case "USER_PERSONALIZATION" -> {
        if (call.text("userId") == null) {
          throw ServiceException.invalidInput(
              "userId is required for recipes of the type USER_PERSONALIZATION.");
        }
      }
      case "RELATED_ITEMS" -> {
        if (call.text("itemId") == null) {
          throw ServiceException.invalidInput(
              "itemId is required for recipes of the type RELATED_ITEMS.");
        }
      }
      case "PERSONALIZED_RANKING", "PERSONALIZED_ACTIONS" ->
          throw ServiceException.invalidInput(
              "Recipes of the type %s have an operation of their own.", type);
      default -> {}
    }
  }

  private static Predicate<String> filter(
      Call call, Map<String, Object> input, GroupRecords records, Served served) {
    return RequestFilter.of(
        call, input, records, served.group(), call.text("userId"), call.text("itemId"));
  }

  private static List<Scored> candidates(Call call, Served served, GroupRecords records) {
    List<Map.Entry<String, Integer>> counted = List.of();
    if (served.recipe().type().equals("RELATED_ITEMS")) {
      counted = records.related(call.text("itemId"));
    }
    if (counted.isEmpty()) {
      // As the service does, also return popular items for an item without interactions.
      counted = records.popularity(FilterDataset.INTERACTIONS, "ITEM_ID");
    }
    double total = Math.max(1, counted.stream().mapToInt(Map.Entry::getValue).sum());
    List<Scored> candidates = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Map.Entry<String, Integer> item : counted) {
      known.add(item.getKey());
      candidates.add(new Scored(item.getKey(), item.getValue() / total));
    }
    if (served.recipe().explores()) {
      // Exploration: items without interactions follow those with interactions.
      records.byId(FilterDataset.ITEMS).keySet().stream()
          .filter(known::add)
          .forEach(item -> candidates.add(new Scored(item, 0)));
    }
    return candidates;
  }

  @SuppressWarnings("unchecked")
  private static void promote(
      Call call,
      Served served,
      GroupRecords records,
      List<Scored> candidates,
      int wanted,
      Metadata metadata,
      List<Map<String, Object>> items,
      Set<String> taken) {
    for (Map<String, Object> promotion :
        (List<Map<String, Object>>) call.input().getOrDefault("promotions", List.of())) {
      Predicate<String> filter = filter(call, promotion, records, served);
      int percent =
          (Integer) promotion.getOrDefault("percentPromotedItems", DEFAULT_PROMOTED_PERCENT);
      int most = items.size() + wanted * percent / 100;
      for (Scored candidate : candidates) {
        if (items.size() < most && filter.test(candidate.id()) && taken.add(candidate.id())) {
          items.add(
              PredictedItem.of(
                  candidate.id(),
                  candidate.score(),
                  metadata.of(records, candidate.id()),
                  (String) promotion.get("name")));
        }
      }
    }
  }
}
