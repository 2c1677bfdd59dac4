package io.personalizeoperator.expression;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the expressions that pipes join, from INCLUDE or EXCLUDE to its end.
 *
 * @param effect INCLUDE or EXCLUDE
 * @param target what is filtered
 * @param where the conditions on the candidates
 * @param onlyIf the conditions on the current user, joined with AND; empty without IF
 * @param position where the target stands
 */
public record Clause(
    Effect effect,
    Target target,
    Predicate where,
    List<FilterCondition> onlyIf,
    Position position) {
  /** Refuses nulls. */
  public Clause {
    Objects.requireNonNull(effect);
    Objects.requireNonNull(target);
    Objects.requireNonNull(where);
    onlyIf = List.copyOf(onlyIf);
    Objects.requireNonNull(position);
  }

  /** A clause that was not read from a text. */
  public Clause(Effect effect, Target target, Predicate where, List<FilterCondition> onlyIf) {
    this(effect, target, where, onlyIf, Position.NONE);
  }

  /** All conditions, those after IF last. */
  public Stream<FilterCondition> conditions() {
    return Stream.concat(where.conditions(), onlyIf.stream());
  }

  /** The clause in the language of filter expressions. */
  @Override
  public String toString() {
    String suffix =
        onlyIf.isEmpty()
            ? ""
            : onlyIf.stream()
                .map(FilterCondition::toString)
                .collect(Collectors.joining(" AND ", " IF ", ""));
    return effect + " " + target + " WHERE " + where + suffix;
  }
}
