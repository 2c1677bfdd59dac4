package io.personalizeoperator.simulator.runtime;

import io.personalizeoperator.expression.AttributeValue;
import io.personalizeoperator.expression.BoundFilter;
import io.personalizeoperator.expression.CandidateView;
import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.expression.FilterExpression;
import io.personalizeoperator.expression.FilterValueException;
import io.personalizeoperator.expression.Target;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The filter of a request, applied to items or actions by ID. */
final class RequestFilter {
  private RequestFilter() {}

  /**
   * The test of the filter; without a filter, a test that everything passes.
   *
   * @param input the members filterArn and filterValues
   * @param userId the user of the request, or null
   * @param itemId the item for which the request asks related items, or null
   * @throws ServiceException ResourceNotFoundException; InvalidInputException when the filter is
   *     not ACTIVE, belongs to another dataset group, or lacks a value
   */
  @SuppressWarnings("unchecked")
  static Predicate<String> of(
      Call call,
      Map<String, Object> input,
      GroupRecords records,
      String group,
      String userId,
      String itemId) {
    String arn = (String) input.get("filterArn");
    Map<String, String> values = (Map<String, String>) input.getOrDefault("filterValues", Map.of());
    if (arn == null) {
      if (!values.isEmpty()) {
        throw ServiceException.invalidInput("filterValues needs a filterArn.");
      }
      return id -> true;
    }
    Resource filter = call.world().require(ResourceKind.FILTER, arn);
    if (!filter.is(Status.ACTIVE) || !filter.parent().equals(group)) {
      throw ServiceException.invalidInput(
          "The filter %s is not an ACTIVE one of the same dataset group.", arn);
    }
    FilterExpression expression = FilterExpression.parse(filter.text("filterExpression"));
    if (expression.target() == Target.USER_ID) {
      throw ServiceException.invalidInput(
          "The filter %s filters user segments, not recommendations.", arn);
    }
    boolean actions = expression.target() == Target.ACTION_ID;
    try {
      BoundFilter bound = expression.bind(values);
      Map<String, Set<String>> events = events(records, userId, actions);
      return id -> keeps(bound, new Candidate(records, id, userId, itemId, actions, events));
    } catch (FilterValueException e) {
      throw ServiceException.invalidInput("%s", e.getMessage());
    }
  }

  private static boolean keeps(BoundFilter filter, Candidate candidate) {
    try {
      return filter.keeps(candidate);
    } catch (FilterValueException e) {
      throw ServiceException.invalidInput("%s", e.getMessage());
    }
  }

  private static Map<String, Set<String>> events(
      GroupRecords records, String userId, boolean actions) {
    if (userId == null) {
      return Map.of();
    }
    return actions
        ? records.eventTypes(FilterDataset.ACTION_INTERACTIONS, "ACTION_ID", userId)
        : records.eventTypes(FilterDataset.INTERACTIONS, "ITEM_ID", userId);
  }

  private record Candidate(
      GroupRecords records,
      String id,
      String userId,
      String itemId,
      boolean action,
      Map<String, Set<String>> events)
      implements CandidateView {
    @Override
    public Optional<AttributeValue> attribute(String field) {
      return records.value(action ? FilterDataset.ACTIONS : FilterDataset.ITEMS, id, field);
    }

    @Override
    public Set<String> eventTypes() {
      return events.getOrDefault(id, Set.of());
    }

    @Override
    public Optional<AttributeValue> currentUser(String field) {
      return records.value(FilterDataset.USERS, userId, field);
    }

    @Override
    public Optional<AttributeValue> currentItem(String field) {
      return records.value(FilterDataset.ITEMS, itemId, field);
    }
  }
}
