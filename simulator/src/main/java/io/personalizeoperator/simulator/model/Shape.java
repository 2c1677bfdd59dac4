package io.personalizeoperator.simulator.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A type of the service model with its constraints. Bounds are null when the model has none.
 *
 * <p>Values of a shape are plain immutable Java objects: String, Integer, Double, Boolean, Instant,
 * List and Map.
 */
public sealed interface Shape {
  /** The shape's name in AWS's model, such as {@code TransactionsPerSecond}. */
  String name();

  /**
   * A string: length in code points, a pattern for the whole value, and the values of an enum
   * (empty: any).
   */
  record Text(String name, Long min, Long max, Pattern pattern, List<String> values)
      implements Shape {}

  /** A 32-bit integer. */
  record Whole(String name, Long min, Long max) implements Shape {}

  /** A double or a float. */
  record Decimal(String name, Long min, Long max) implements Shape {}

  /** A boolean. */
  record Flag(String name) implements Shape {}

  /** A point in time, on the wire as seconds since 1970 with three decimals. */
  record Moment(String name) implements Shape {}

  /** A list with bounds for its size. */
  record Items(String name, Shape element, Long min, Long max) implements Shape {}

  /** A map with bounds for its size. */
  record Entries(String name, Shape key, Shape value, Long min, Long max) implements Shape {}

  /** An object with known members, in the order of the model. */
  record Structure(String name, List<Member> members) implements Shape {
    /** The member of that name, or null. */
    public Member member(String wanted) {
      for (Member member : members) {
        if (member.name().equals(wanted)) {
          return member;
        }
      }
      return null;
    }
  }

  /** A member of a structure. */
  record Member(String name, Shape shape, boolean required) {}
}
