package io.personalizeoperator.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one condition.
 *
 * <pre>
 * condition := field [NOT] IN ( "(" value ("," value)* ")" | field )
 *            | field ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") (value | field | "(" value ")")
 * field     := owner "." name
 * value     := string | number | $NAME | "*"
 * </pre>
 */
final class ConditionParser {
  private static final String OWNERS =
      "Expected a field such as Items.GENRE, of Interactions, Items, Users, Actions,"
          + " Action_Interactions, CurrentUser or CurrentItem.";
  private static final String VALUES =
      "Expected a string in quotes, a number, a $PLACEHOLDER or a field of CurrentItem.";

  private final TokenCursor cursor;

  ConditionParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  FilterCondition condition() {
    if (cursor.peek().is("(")) {
      throw cursor.peek().unexpected("Conditions cannot be grouped with parentheses.");
    }
    FieldReference field = field(OWNERS);
    if (cursor.skipKeyword("NOT")) {
      if (!cursor.skipKeyword("IN")) {
        throw cursor.peek().unexpected("Expected IN after NOT.");
      }
      return new FilterCondition.Membership(field, true, list());
    }
    if (cursor.skipKeyword("IN")) {
      return new FilterCondition.Membership(field, false, list());
    }
    Token token = cursor.peek();
    ComparisonOperator operator =
        ComparisonOperator.named(token.kind() == Token.Kind.PUNCTUATION ? token.text() : "")
            .orElseThrow(
                () ->
                    token.unexpected(
                        "Expected IN, NOT IN, =, !=, <, <=, > or >= after " + field + "."));
    cursor.next();
    return new FilterCondition.Comparison(field, operator, comparand());
  }

  private FieldReference field(String explanation) {
    Token token = cursor.peek();
    FieldOwner owner =
        FieldOwner.named(token.kind() == Token.Kind.WORD ? token.text() : "")
            .orElseThrow(() -> token.unexpected(explanation));
    cursor.next();
    cursor.require(".", "Expected a dot and a field after " + owner + ".");
    // Any word will do here: a field may be named like a keyword.
    Token name = cursor.peek();
    if (name.kind() != Token.Kind.WORD) {
      throw name.unexpected("Expected the name of a field of " + owner + ".");
    }
    cursor.next();
    return new FieldReference(owner, name.text(), token.position());
  }

  private List<Operand> list() {
    if (cursor.peek().kind() == Token.Kind.WORD) {
      return List.of(
          new Operand.FieldValue(field("Expected ( or a field of CurrentItem after IN.")));
    }
    cursor.require("(", "Expected ( or a field of CurrentItem after IN.");
    List<Operand> list = new ArrayList<>();
    do {
      list.add(value("Expected a string in quotes, a $PLACEHOLDER or \"*\"."));
    } while (cursor.skip(","));
    cursor.require(")", "Expected , or ).");
    return list;
  }

  private Operand comparand() {
    if (cursor.peek().kind() == Token.Kind.WORD) {
      return new Operand.FieldValue(field(VALUES));
    }
    if (!cursor.skip("(")) {
      return value(VALUES);
    }
    Operand value = value("Expected a string in quotes, a number or a $PLACEHOLDER.");
    cursor.require(")", "Expected ); a comparison takes one value.");
    return value;
  }

  private Operand value(String explanation) {
    Token token = cursor.peek();
    Operand value =
        switch (token.kind()) {
          case NUMBER -> new Operand.Numeric(new BigDecimal(token.text()), token.position());
          case PLACEHOLDER -> new Operand.Placeholder(token.text(), token.position());
          // The developer guide prints the asterisk in quotes, its prose without.
          case STRING ->
              token.text().equals("*")
                  ? new Operand.AnyEvent(token.position())
                  : new Operand.Text(token.text(), token.position());
          case PUNCTUATION -> token.is("*") ? new Operand.AnyEvent(token.position()) : null;
          case WORD, END -> null;
        };
    if (value == null) {
      throw token.unexpected(explanation);
    }
    cursor.next();
    return value;
  }
}
