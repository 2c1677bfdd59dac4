package io.personalizeoperator.filter;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The constants of a manifest, of which a CRD cannot say what their values may be. */
final class Parameters {
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
  private static final int LONGEST_TEXT = 2_500;
  private static final int LONGEST_LIST = 500;

  private Parameters() {}

  /**
   * The constants, all of which templates can use.
   *
   * @throws IllegalArgumentException when one is neither string, number nor a list of them
   */
  static Map<String, Object> checked(@Nullable Map<String, Object> parameters) {
    if (parameters == null) {
      return Map.of();
    }
    parameters.forEach(
        (key, value) -> {
          if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                "parameters: the key \"%s\" has other characters than letters, digits and _, begins with a digit, or is longer than 63"
                    .formatted(key));
          }
          if (!(value instanceof Collection<?> list ? isShort(list) : isPlain(value))) {
            throw new IllegalArgumentException(
                "parameters.%s: must be a string of at most %d characters, a number, or a list of at most %d of them"
                    .formatted(key, LONGEST_TEXT, LONGEST_LIST));
          }
        });
    return parameters;
  }

  private static boolean isShort(Collection<?> list) {
    return list.size() <= LONGEST_LIST && list.stream().allMatch(Parameters::isPlain);
  }

  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length() <= LONGEST_TEXT;
      case BigInteger tooLong -> false;
      case Number number -> true;
      case null, default -> false;
    };
  }
}
