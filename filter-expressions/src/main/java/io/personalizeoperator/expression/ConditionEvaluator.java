package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Applies conditions to candidates.
 *
 * <p>Case counts, except in event types ("Guidelines and requirements"). The guide says nothing of
 * missing values; here they match no value, so that NOT IN and != hold for them and all else does
 * not. A categorical field matches a value if one of its categories does.
 */
final class ConditionEvaluator {
  private final FilterValues values;

  ConditionEvaluator(FilterValues values) {
    this.values = values;
  }

  boolean holds(FilterCondition condition, CandidateView candidate) {
    return switch (condition) {
      case FilterCondition.Membership in ->
          in.operands().stream().anyMatch(operand -> equal(in.field(), operand, candidate))
              != in.negated();
      case FilterCondition.Comparison comparison ->
          switch (comparison.operator()) {
            case EQUAL -> equal(comparison.field(), comparison.operand(), candidate);
            case NOT_EQUAL -> !equal(comparison.field(), comparison.operand(), candidate);
            default -> ordered(comparison, candidate);
          };
    };
  }

  /** Whether the field has the value of the operand, or one of its values. */
  private boolean equal(FieldReference field, Operand operand, CandidateView candidate) {
    if (operand instanceof Operand.AnyEvent) {
      return !candidate.eventTypes().isEmpty();
    }
    return switch (value(field, candidate).orElse(null)) {
      case null -> false;
      case AttributeValue.Texts texts -> shareText(field, texts.values(), operand, candidate);
      case AttributeValue.Numeric number ->
          number(operand, candidate)
              .filter(other -> number.value().compareTo(other) == 0)
              .isPresent();
    };
  }

  private boolean shareText(
      FieldReference field, Set<String> texts, Operand operand, CandidateView candidate) {
    // Event types are the only values that AWS matches without regard to case.
    UnaryOperator<String> folded =
        field.isEventType() ? text -> text.toUpperCase(Locale.ROOT) : UnaryOperator.identity();
    Set<String> own = new HashSet<>();
    texts.forEach(text -> own.add(folded.apply(text)));
    return texts(operand, candidate).stream().map(folded).anyMatch(own::contains);
  }

  private List<String> texts(Operand operand, CandidateView candidate) {
    return switch (operand) {
      case Operand.Text text -> List.of(text.value());
      case Operand.Placeholder placeholder -> values.of(placeholder.name());
      case Operand.FieldValue other ->
          value(other.field(), candidate).orElse(null) instanceof AttributeValue.Texts texts
              ? List.copyOf(texts.values())
              : List.of();
      case Operand.Numeric n -> List.of();
      case Operand.AnyEvent a -> List.of();
    };
  }

  private boolean ordered(FilterCondition.Comparison comparison, CandidateView candidate) {
    Optional<BigDecimal> other = number(comparison.operand(), candidate);
    return other.isPresent()
        && value(comparison.field(), candidate).orElse(null)
            instanceof AttributeValue.Numeric number
        && comparison.operator().holds(number.value().compareTo(other.get()));
  }

  /** The operand as a number; empty if it is none. */
  private Optional<BigDecimal> number(Operand operand, CandidateView candidate) {
    return switch (operand) {
      case Operand.Numeric number -> Optional.of(number.value());
      case Operand.Placeholder placeholder -> Optional.of(values.number(placeholder.name()));
      case Operand.FieldValue other ->
          value(other.field(), candidate).orElse(null) instanceof AttributeValue.Numeric number
              ? Optional.of(number.value())
              : Optional.empty();
      case Operand.Text t -> Optional.empty();
      case Operand.AnyEvent a -> Optional.empty();
    };
  }

  private static Optional<AttributeValue> value(FieldReference field, CandidateView candidate) {
    return switch (field.owner()) {
      case INTERACTIONS, ACTION_INTERACTIONS ->
          Optional.of(new AttributeValue.Texts(candidate.eventTypes()));
      case ITEMS, USERS, ACTIONS -> candidate.attribute(field.name());
      case CURRENT_USER -> candidate.currentUser(field.name());
      case CURRENT_ITEM -> candidate.currentItem(field.name());
    };
  }
}
