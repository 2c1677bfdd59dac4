package io.personalizeoperator.simulator.faults;

import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.model.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The optional output members that answers leave out, as AWS may. Safe for use by many threads. */
public final class Omissions {
  private final Map<String, OperationModel> models = new HashMap<>();
  private final Map<String, List<List<String>>> omitted = new ConcurrentHashMap<>();

  /** Creates omissions for the operations of those services; there are none at first. */
  public Omissions(List<ServiceModel> services) {
    for (ServiceModel service : services) {
      service.operations().forEach(model -> models.put(model.name(), model));
    }
  }

  /** Whether an operation of that name has output members. */
  public boolean knows(String operation) {
    return models.containsKey(operation);
  }

  /**
   * Sets the members that answers of an operation leave out. They replace those set before.
   *
   * @param members paths from the top of the output with dots between the names, such as {@code
   *     campaign.latestCampaignUpdate.minProvisionedTPS}; a path through a list applies to each
   *     element; empty: answers are complete again
   * @throws IllegalArgumentException when the output has no such member or the service model marks
   *     it as required
   */
  public void set(String operation, Collection<String> members) {
    OperationModel model = models.get(operation);
    omitted.put(operation, members.stream().map(member -> path(model, member)).toList());
  }

  private static List<String> path(OperationModel model, String text) {
    List<String> path = List.of(text.split("\\.", -1));
    Shape shape = model.output();
    Shape.Member member = null;
    for (String name : path) {
      while (shape instanceof Shape.Items items) {
        shape = items.element();
      }
      member = shape instanceof Shape.Structure structure ? structure.member(name) : null;
      if (member == null) {
        throw new IllegalArgumentException(
            "the output of %s has no member %s.".formatted(model.name(), text));
      }
      shape = member.shape();
    }
    if (member.required()) {
      throw new IllegalArgumentException(
          "%s is required in the output of %s.".formatted(text, model.name()));
    }
    return path;
  }

  /** Returns the output without the members to leave out. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> apply(String operation, Map<String, Object> output) {
    Object rest = output;
    for (List<String> path : omitted.getOrDefault(operation, List.of())) {
      rest = without(rest, path);
    }
    return (Map<String, Object>) rest;
  }

  private static Object without(Object value, List<String> path) {
    if (value instanceof List<?> elements) {
      return elements.stream().map(element -> without(element, path)).toList();
    }
    if (!(value instanceof Map<?, ?> members) || !members.containsKey(path.getFirst())) {
      return value;
    }
    Map<Object, Object> rest = new HashMap<>(members);
    if (path.size() == 1) {
      rest.remove(path.getFirst());
    } else {
      rest.put(
          path.getFirst(), without(members.get(path.getFirst()), path.subList(1, path.size())));
    }
    return rest;
  }

  /** Removes all omissions. */
  public void clear() {
    omitted.clear();
  }
}
