package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.Objects;

/** A value that a condition compares a field with. */
public sealed interface Operand {
  /** Where it starts. */
  Position position();

  /** A string in quotes, without them. */
  record Text(String value, Position position) implements Operand {
    /** Refuses nulls, and the asterisk, which is {@link AnyEvent}. */
    public Text {
      if (value.equals("*")) {
        throw new IllegalArgumentException("the asterisk is no string");
      }
      Objects.requireNonNull(position);
    }

    /** A string that was not read from a text. */
    public Text(String value) {
      this(value, Position.NONE);
    }

    /** The string in double quotes, its quotes and backslashes escaped with a backslash. */
    @Override
    public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  /** A number; 1.0 and 1.00 are different operands, as they are different in print. */
  record Numeric(BigDecimal value, Position position) implements Operand {
    /** Refuses nulls, and writes out powers of ten, which the language has no form for. */
    public Numeric {
      value = value.scale() < 0 ? value.setScale(0) : value;
      Objects.requireNonNull(position);
    }

    /** A number that was not read from a text. */
    public Numeric(BigDecimal value) {
      this(value, Position.NONE);
    }

    /** The number in plain digits. */
    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  /** A {@code $NAME} that each request for recommendations gives a value; case counts. */
  record Placeholder(String name, Position position) implements Operand {
    /** Refuses nulls and names of other than ASCII letters, digits and underscores. */
    public Placeholder {
      if (!name.matches("\\w+")) {
        throw new IllegalArgumentException("no name for a placeholder: " + name);
      }
      Objects.requireNonNull(position);
    }

    /** A placeholder that was not read from a text. */
    public Placeholder(String name) {
      this(name, Position.NONE);
    }

    /** The name with its dollar sign. */
    @Override
    public String toString() {
      return "$" + name;
    }
  }

  /** {@code "*"} or a bare {@code *}: events of every type. */
  record AnyEvent(Position position) implements Operand {
    /** Refuses null. */
    public AnyEvent {
      Objects.requireNonNull(position);
    }

    /** An asterisk that was not read from a text. */
    public AnyEvent() {
      this(Position.NONE);
    }

    /** The asterisk in quotes, as the developer guide prints it. */
    @Override
    public String toString() {
      return "\"*\"";
    }
  }

  /** The value of a field of the current item (or, which no rule allows, of the current user). */
  record FieldValue(FieldReference field) implements Operand {
    /** Refuses null. */
    public FieldValue {
      Objects.requireNonNull(field);
    }

    @Override
    public Position position() {
      return field.position();
    }

    /** The field, for example {@code CurrentItem.GENRE}. */
    @Override
    public String toString() {
      return field.toString();
    }
  }
}
