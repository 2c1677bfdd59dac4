package io.personalizeoperator.expression;

/**
 * Where a part of an expression stands in its text.
 *
 * <p>All positions are equal to each other, so that two syntax trees are equal when they mean the
 * same, however they are spaced.
 *
 * @param offset characters before it, 0 for the first one; -1 if it was not read from a text
 */
public record Position(int offset) {
  /** The position of what was not read from a text. */
  public static final Position NONE = new Position(-1);

  @Override
  public boolean equals(Object other) {
    return other instanceof Position;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
