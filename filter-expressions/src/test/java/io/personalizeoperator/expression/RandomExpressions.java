package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Syntax trees that keep the rules, drawn from a seed. */
final class RandomExpressions {
  /** Four of Items, four of Users and EVENT_TYPE: fewer fields than a filter may have. */
  private static final List<String> NAMES = List.of("genre", "Exclude", "IN", "_If1");

  private static final List<String> TEXTS =
      List.of(
          "a", "", "it's", "say \"hi\"", "back\\slash\\", "año", "| IF $X (", "\n\t", "😀", "**");

  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  FilterExpression next() {
    Target target = pick(Target.values());
    return new FilterExpression(some(3, () -> clause(target)));
  }

  private Clause clause(Target target) {
    FilterDataset dataset = pick(target.datasets());
    FieldOwner owner = FieldOwner.named(dataset.toString()).orElseThrow();
    List<Predicate.AllOf> anyOf =
        some(2, () -> new Predicate.AllOf(some(3, () -> condition(owner))));
    List<FilterCondition> onlyIf =
        random.nextBoolean() ? List.of() : some(2, () -> condition(FieldOwner.CURRENT_USER));
    return new Clause(pick(Effect.values()), target, new Predicate(anyOf), onlyIf);
  }

  private FilterCondition condition(FieldOwner owner) {
    boolean events = owner.isDataset() && owner.dataset().recordsEvents();
    FieldReference field = new FieldReference(owner, events ? "EVENT_TYPE" : name());
    boolean items = owner == FieldOwner.ITEMS;
    if (events || random.nextBoolean()) {
      return membership(field, events, items);
    }
    ComparisonOperator operator = pick(ComparisonOperator.values());
    return new FilterCondition.Comparison(field, operator, comparand(operator, items));
  }

  private FilterCondition membership(FieldReference field, boolean events, boolean items) {
    boolean negated = random.nextBoolean();
    if (items && random.nextInt(4) == 0) {
      return new FilterCondition.Membership(field, negated, List.of(currentItem()));
    }
    return new FilterCondition.Membership(
        field,
        negated,
        some(
            3,
            () ->
                events && random.nextInt(3) == 0
                    ? new Operand.AnyEvent()
                    : negated || random.nextBoolean() ? text() : placeholder()));
  }

  private Operand comparand(ComparisonOperator operator, boolean items) {
    return switch (random.nextInt(4)) {
      case 0 -> operator.isRange() ? number() : text();
      case 1 -> items ? currentItem() : number();
      case 2 -> placeholder();
      default -> number();
    };
  }

  private Operand currentItem() {
    return new Operand.FieldValue(new FieldReference(FieldOwner.CURRENT_ITEM, name()));
  }

  private Operand number() {
    return new Operand.Numeric(
        BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(-3, 20)));
  }

  private Operand placeholder() {
    return new Operand.Placeholder("P" + random.nextInt(5));
  }

  private Operand text() {
    return new Operand.Text(pick(TEXTS));
  }

  private String name() {
    return pick(NAMES);
  }

  private <T> List<T> some(int most, Supplier<T> source) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      list.add(source.get());
    }
    return list;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
