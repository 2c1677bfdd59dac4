package io.personalizeoperator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No template hangs the operator or fills its memory. */
class HostileTemplateTest {
  private static final long MOST_BYTES = 64L << 20;
  private static final TemplateValues VALUES =
      new TemplateValues(
          Instant.parse("2026-11-25T09:30:00Z"), ZoneId.of("UTC"), "name", "namespace", Map.of());

  enum Hostile {
    TERMS("${'a'" + " + 'a'".repeat(10_000) + "}"),
    NUMBERS("${1" + "+1".repeat(1_990) + "}"),
    NESTING("${" + "(".repeat(2_000) + "1" + ")".repeat(2_000) + "}"),
    LISTS("${" + "[".repeat(1_000) + "1" + "]".repeat(1_000) + "}"),
    LONG_LIST("${quote([" + "1,".repeat(2_000) + "1])}"),
    DOUBLING(doubling()),
    ROUNDS(
        "${size([1,2,3,4,5,6,7,8,9,10]"
            + ".map(x, [1,2,3,4,5,6,7,8,9,10]".repeat(6)
            + ", x)".repeat(6)
            + ")}"),
    EXPRESSION_OF_A_MEGABYTE("${'" + "a".repeat(1 << 20) + "'}"),
    ENDLESS_STRING("${'" + "a".repeat(1 << 20)),
    TEXT_OF_A_MEGABYTE("a".repeat(1 << 20)),
    REGULAR_EXPRESSION(
        "${'" + "a".repeat(60) + "!'.matches('^((a{1,30}){1,30}){1,30}$') ? 'a' : 'b'}"),
    PATTERN("${format(now, '" + "y".repeat(1_000) + "')}");

    private final String text;

    Hostile(String text) {
      this.text = text;
    }

    /** Each level makes the text four times as long. */
    private static String doubling() {
      String text = "'aaaaaaaaaaaaaaaa'";
      for (int level = 0; level < 12; level++) {
        text = "[" + text + "].map(x, x + x + x + x)[0]";
      }
      return "${" + text + "}";
    }
  }

  @BeforeAll
  static void loadCel() {
    Template.parse("${unixSeconds(now)}", VALUES).render(VALUES);
  }

  /** Bytes and not time: machines are shared, and what allocates little is also quick. */
  @ParameterizedTest
  @EnumSource
  void isRefusedAndCostsLittle(Hostile hostile) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> Template.parse(hostile.text, VALUES).render(VALUES))
        .isInstanceOf(TemplateException.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
  }
}
