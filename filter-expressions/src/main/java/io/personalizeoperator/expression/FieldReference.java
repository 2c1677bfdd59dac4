package io.personalizeoperator.expression;

import java.util.Objects;

/**
 * A field as a condition names it, for example {@code Items.GENRE} or {@code CurrentUser.AGE}.
 *
 * @param owner what stands before the dot
 * @param name the field, in the case it was written in
 * @param position where the owner starts
 */
public record FieldReference(FieldOwner owner, String name, Position position) {
  /** Refuses nulls and names that no schema can have. */
  public FieldReference {
    Objects.requireNonNull(owner);
    if (!name.matches("[A-Za-z_]\\w*")) {
      throw new IllegalArgumentException("no name for a field: " + name);
    }
    Objects.requireNonNull(position);
  }

  /** A field that was not read from a text. */
  public FieldReference(FieldOwner owner, String name) {
    this(owner, name, Position.NONE);
  }

  /** The field of the dataset behind it: {@code CurrentUser.AGE} is a field of Users. */
  public DatasetField datasetField() {
    return new DatasetField(owner.dataset(), name);
  }

  /** The event type of Interactions or Action_Interactions, in any case. */
  boolean isEventType() {
    return owner.dataset().recordsEvents() && name.equalsIgnoreCase("EVENT_TYPE");
  }

  /** The field as AWS spells it, for example {@code Items.GENRE}. */
  @Override
  public String toString() {
    return owner + "." + name;
  }
}
