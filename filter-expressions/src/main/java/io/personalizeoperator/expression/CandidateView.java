package io.personalizeoperator.expression;

import java.util.Optional;
import java.util.Set;

/**
 * What a filter sees of one candidate: an item, an action or, in a user segment, a user.
 *
 * <p>Field names come in the case that the expression has them in; {@link SchemaFields#field} takes
 * any case too.
 */
public interface CandidateView {
  /** A value of the candidate itself, from Items, Actions or Users; empty if it has none. */
  Optional<AttributeValue> attribute(String field);

  /**
   * The types of the events between the candidate and the user that is asked for; in a user
   * segment, of all events of the candidate. Personalize looks at the latest 100 interactions per
   * user and event type, and at 300 action interactions.
   */
  Set<String> eventTypes();

  /** A value of the user that is asked for; empty if there is none. */
  default Optional<AttributeValue> currentUser(String field) {
    return Optional.empty();
  }

  /** A value of the item that related items are asked for; empty if there is none. */
  default Optional<AttributeValue> currentItem(String field) {
    return Optional.empty();
  }
}
