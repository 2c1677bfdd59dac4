package io.personalizeoperator.template;

import java.math.BigDecimal;
import java.util.Optional;

/** Strings and numbers as they stand in a rendered text. */
final class PlainText {
  private PlainText() {}

  /** Empty for what is neither a string nor a finite number. */
  static Optional<String> of(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case Double number when Double.isFinite(number) ->
          Optional.of(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
      case Double number -> Optional.empty();
      case Number number -> Optional.of(number.toString());
      default -> Optional.empty();
    };
  }
}
