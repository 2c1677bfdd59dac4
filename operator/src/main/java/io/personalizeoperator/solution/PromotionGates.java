package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.Promotion;
import io.personalizeoperator.api.solution.PromotionGate;
import io.personalizeoperator.api.solution.WithoutMetrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the offline metrics of a version have to be before campaigns follow it (AWS:
 * GetSolutionMetrics).
 *
 * @param gates all of which have to be met
 * @param skipsMissing whether a gate is met whose metric the version does not have
 */
record PromotionGates(List<PromotionGate> gates, boolean skipsMissing) {

  static PromotionGates of(@Nullable Promotion promotion) {
    return promotion == null || promotion.gates() == null
        ? new PromotionGates(List.of(), true)
        : new PromotionGates(
            List.copyOf(promotion.gates()), promotion.withoutMetrics() == WithoutMetrics.Promote);
  }

  /** Whether metrics count at all. */
  boolean isOpen() {
    return gates.isEmpty();
  }

  /** Whether the metrics of the promoted version count. */
  boolean comparesWithPromoted() {
    return gates.stream().anyMatch(gate -> gate.maximumDrop() != null);
  }

  /**
   * Which gates a version does not meet, with the figures; empty when it meets all.
   *
   * @param metrics its own
   * @param promoted those of the version that campaigns follow; empty when there is none
   */
  Optional<String> unmet(Map<String, Double> metrics, Map<String, Double> promoted) {
    String faults =
        gates.stream()
            .flatMap(gate -> unmet(gate, metrics.get(gate.metric()), promoted.get(gate.metric())))
            .collect(Collectors.joining("; "));
    return faults.isEmpty() ? Optional.empty() : Optional.of(faults);
  }

  private Stream<String> unmet(
      PromotionGate gate, @Nullable Double value, @Nullable Double promoted) {
    if (value == null) {
      return skipsMissing
          ? Stream.empty()
          : Stream.of("AWS gives no %s for this recipe".formatted(gate.metric()));
    }
    return Stream.of(tooLow(gate, value), tooHigh(gate, value), dropped(gate, value, promoted))
        .flatMap(Optional::stream);
  }

  private static Optional<String> tooLow(PromotionGate gate, double value) {
    return gate.minimum() != null && value < gate.minimum()
        ? Optional.of(
            "%s is %s, below the minimum %s"
                .formatted(gate.metric(), text(value), text(gate.minimum())))
        : Optional.empty();
  }

  private static Optional<String> tooHigh(PromotionGate gate, double value) {
    return gate.maximum() != null && value > gate.maximum()
        ? Optional.of(
            "%s is %s, above the maximum %s"
                .formatted(gate.metric(), text(value), text(gate.maximum())))
        : Optional.empty();
  }

  /** In decimals, so that a drop of just the maximum is accepted. */
  private static Optional<String> dropped(
      PromotionGate gate, double value, @Nullable Double promoted) {
    if (gate.maximumDrop() == null || promoted == null) {
      return Optional.empty();
    }
    String limit = Objects.requireNonNull(gate.maximumDrop());
    BigDecimal base = BigDecimal.valueOf(promoted);
    BigDecimal most =
        limit.endsWith("%")
            ? base.abs()
                .multiply(new BigDecimal(limit.substring(0, limit.length() - 1)))
                .movePointLeft(2)
            : new BigDecimal(limit);
    return base.subtract(BigDecimal.valueOf(value)).compareTo(most) > 0
        ? Optional.of(
            "%s is %s, more than %s below the promoted version's %s"
                .formatted(gate.metric(), text(value), limit, text(promoted)))
        : Optional.empty();
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
