package io.personalizeoperator.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A candidate for tests, given value by value. */
final class SampleCandidate implements CandidateView {
  private final Map<String, AttributeValue> attributes = new HashMap<>();
  private final Map<String, AttributeValue> currentUser = new HashMap<>();
  private final Map<String, AttributeValue> currentItem = new HashMap<>();
  private Set<String> eventTypes = Set.of();

  SampleCandidate with(String field, AttributeValue value) {
    attributes.put(field, value);
    return this;
  }

  SampleCandidate forUser(String field, AttributeValue value) {
    currentUser.put(field, value);
    return this;
  }

  SampleCandidate nextTo(String field, AttributeValue value) {
    currentItem.put(field, value);
    return this;
  }

  SampleCandidate after(String... events) {
    eventTypes = Set.of(events);
    return this;
  }

  @Override
  public Optional<AttributeValue> attribute(String field) {
    return Optional.ofNullable(attributes.get(field));
  }

  @Override
  public Set<String> eventTypes() {
    return eventTypes;
  }

  @Override
  public Optional<AttributeValue> currentUser(String field) {
    return Optional.ofNullable(currentUser.get(field));
  }

  @Override
  public Optional<AttributeValue> currentItem(String field) {
    return Optional.ofNullable(currentItem.get(field));
  }
}
