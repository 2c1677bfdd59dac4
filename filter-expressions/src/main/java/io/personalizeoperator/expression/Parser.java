package io.personalizeoperator.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads clauses from symbols by recursive descent.
 *
 * <pre>
 * filter := clause ("|" clause)*
 * clause := (INCLUDE | EXCLUDE) (ItemID | ActionID | UserID) WHERE all (OR all)* [IF all]
 * all    := condition (AND condition)*
 * </pre>
 *
 * {@link ConditionParser} reads the conditions. Which owner, operator and value go together is for
 * {@link StructuralRules}.
 */
final class Parser {
  private final TokenCursor cursor;
  private final ConditionParser conditions;

  Parser(List<Token> tokens) {
    this.cursor = new TokenCursor(tokens);
    this.conditions = new ConditionParser(cursor);
  }

  /**
   * All clauses up to the end.
   *
   * @throws FilterExpressionException for the first symbol that has no place in the grammar
   */
  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    do {
      clauses.add(clause());
    } while (cursor.skip("|"));
    return clauses;
  }

  private Clause clause() {
    Effect effect = effect();
    Position position = cursor.peek().position();
    Target target = target();
    if (!cursor.skipKeyword("WHERE")) {
      throw cursor.peek().unexpected("Expected WHERE.");
    }
    List<Predicate.AllOf> anyOf = new ArrayList<>();
    do {
      anyOf.add(new Predicate.AllOf(allOf()));
    } while (cursor.skipKeyword("OR"));
    List<FilterCondition> onlyIf = List.of();
    boolean hasIf = cursor.skipKeyword("IF");
    if (hasIf) {
      onlyIf = allOf();
    }
    requireEndOfClause(hasIf);
    return new Clause(effect, target, new Predicate(anyOf), onlyIf, position);
  }

  private Effect effect() {
    if (cursor.skipKeyword("INCLUDE")) {
      return Effect.INCLUDE;
    }
    if (cursor.skipKeyword("EXCLUDE")) {
      return Effect.EXCLUDE;
    }
    throw cursor.peek().unexpected("Expected INCLUDE or EXCLUDE.");
  }

  private Target target() {
    Token token = cursor.peek();
    Target target =
        Target.named(token.kind() == Token.Kind.WORD ? token.text() : "")
            .orElseThrow(() -> token.unexpected("Expected ItemID, ActionID or UserID."));
    cursor.next();
    return target;
  }

  private List<FilterCondition> allOf() {
    List<FilterCondition> allOf = new ArrayList<>();
    do {
      allOf.add(conditions.condition());
    } while (cursor.skipKeyword("AND"));
    return allOf;
  }

  private void requireEndOfClause(boolean hasIf) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.END || token.is("|")) {
      return;
    }
    if (hasIf && token.isKeyword("IF")) {
      throw token.unexpected("IF stands once, at the end of an expression.");
    }
    if (hasIf && token.isKeyword("OR")) {
      throw token.unexpected("The conditions after IF are joined with AND only.");
    }
    throw token.unexpected(
        hasIf ? "Expected AND, | or the end." : "Expected AND, OR, IF, | or the end.");
  }
}
