package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.solution.Promotion;
import io.personalizeoperator.api.solution.PromotionGate;
import io.personalizeoperator.api.solution.WithoutMetrics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gates say of a version's metrics. */
class PromotionGatesTest {
  private static PromotionGates gates(PromotionGate gate, WithoutMetrics missing) {
    return PromotionGates.of(new Promotion(null, List.of(gate), missing));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.1  |     |      | 0.1    | 0.2 |
          0.1  |     |      | 0.0999 | 0.2 | coverage is 0.0999, below the minimum 0.1
               | 0.9 |      | 0.9    | 0.2 |
               | 0.9 |      | 0.95   | 0.2 | coverage is 0.95, above the maximum 0.9
               |     | 10%  | 0.18   | 0.2 |
               |     | 10%  | 0.1799 | 0.2 | coverage is 0.1799, more than 10% below the promoted version's 0.2
               |     | 0.02 | 0.18   | 0.2 |
               |     | 0.02 | 0.1799 | 0.2 | coverage is 0.1799, more than 0.02 below the promoted version's 0.2
               |     | 0    | 0.2    | 0.2 |
               |     | 0    | 0.1999 | 0.2 | coverage is 0.1999, more than 0 below the promoted version's 0.2
               |     | 10%  | 0.1    |     |
               |     | 10%  | 0.3    | 0.2 |
          """)
  void compareWithLimitsAndWithThePromotedVersion(
      Double minimum, Double maximum, String drop, double value, Double promoted, String fault) {
    PromotionGates gates =
        gates(new PromotionGate("coverage", minimum, maximum, drop), WithoutMetrics.Block);
    Map<String, Double> serving = promoted == null ? Map.of() : Map.of("coverage", promoted);
    assertThat(gates.unmet(Map.of("coverage", value), serving).orElse(null)).isEqualTo(fault);
  }

  @Test
  void aMetricThatTheRecipeDoesNotGiveBlocksOrIsSkipped() {
    PromotionGate gate = new PromotionGate("coverage", 0.1, null, null);
    assertThat(gates(gate, WithoutMetrics.Block).unmet(Map.of(), Map.of()))
        .contains("AWS gives no coverage for this recipe");
    assertThat(gates(gate, WithoutMetrics.Promote).unmet(Map.of(), Map.of())).isEmpty();
  }
}
