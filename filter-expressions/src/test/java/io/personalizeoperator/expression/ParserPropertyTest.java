package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties over random expressions. The seeds are fixed, so that a failure comes back. */
class ParserPropertyTest {
  private static final long SEED = 20261124;
  private static final String ALPHABET =
      "abzAZ_059 \t\n.,|()*=<>!-$\"'\\;:INOTFEXCLUDE“é\u00a0\uD83D\uDE00";

  @Test
  void whatIsPrintedIsReadBackAsTheSame() {
    RandomExpressions expressions = new RandomExpressions(SEED);
    for (int i = 0; i < 5_000; i++) {
      FilterExpression expression = expressions.next();
      String text = expression.toString();

      assertThat(FilterExpression.parse(text)).as(text).isEqualTo(expression).hasToString(text);
    }
  }

  @Test
  void spacingChangesNothing() {
    RandomExpressions expressions = new RandomExpressions(SEED + 1);
    for (int i = 0; i < 1_000; i++) {
      FilterExpression expression = expressions.next();
      StringBuilder spaced = new StringBuilder();
      for (Token token : Lexer.tokens(expression.toString())) {
        spaced.append("\r\n ").append(token.symbol()).append('\t');
      }
      if (spaced.length() <= FilterExpression.MAX_LENGTH) {
        assertThat(FilterExpression.parse(spaced.toString())).isEqualTo(expression);
      }
    }
  }

  @Test
  void aDamagedExpressionIsReadOrRefusedAtAPlaceWithinIt() {
    Random random = new Random(SEED + 2);
    RandomExpressions expressions = new RandomExpressions(SEED + 3);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = damaged(expressions.next().toString(), random);
      try {
        FilterExpression.parse(text);
      } catch (FilterExpressionException e) {
        refused++;
        assertWithin(text, e);
      } catch (RuntimeException e) {
        fail("parsing " + text, e);
      }
    }
    assertThat(refused).isBetween(5_000, 19_999);
  }

  @Test
  void noiseIsRefusedAtAPlaceWithinIt() {
    Random random = new Random(SEED + 4);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder noise = new StringBuilder();
      for (int length = random.nextInt(60); length >= 0; length--) {
        noise.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      try {
        FilterExpression.parse(noise.toString());
        fail("read noise: " + noise);
      } catch (FilterExpressionException e) {
        assertWithin(noise.toString(), e);
      }
    }
  }

  private static void assertWithin(String text, FilterExpressionException e) {
    assertThat(e.position()).as("%s in %s", e.getMessage(), text).isBetween(0, text.length());
    assertThat(e.getMessage()).contains(e.symbol());
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(5)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, c);
        case 2 -> damaged.setCharAt(at, c);
        case 3 -> damaged.setLength(at);
        default -> {
          int end = Math.min(damaged.length(), at + random.nextInt(30));
          damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, end));
        }
      }
    }
    return damaged.toString();
  }
}
