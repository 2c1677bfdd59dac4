package io.personalizeoperator.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What Prometheus sees of a filter that rotates. */
class FilterMetricsTest {
  private final RotationStory story = RotationStory.daily(1);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FilterMetrics metrics = new FilterMetrics(registry, () -> story.aws.now);

  private void showAt(String time) {
    story.runUntil(time);
    metrics.show(story.operator.filter, story.operator.status());
  }

  private double gauge(String name) {
    return registry.get("personalize_operator_filter_" + name).gauge().value();
  }

  private double counter(String name) {
    return registry.get("personalize_operator_filter_" + name).counter().count();
  }

  @Test
  void theAgeRunsAndARotationIsCounted() {
    showAt("2026-11-25T00:00:00Z");
    assertThat(gauge("age_seconds")).isBetween(42_000.0, 43_200.0);
    assertThat(gauge("overdue_seconds")).isZero();
    assertThat(counter("rotations")).isZero();

    showAt("2026-11-25T00:10:00Z");
    assertThat(gauge("age_seconds")).isLessThan(300);
    assertThat(counter("rotations")).isEqualTo(1);
    assertThat(gauge("overdue_seconds")).isZero();
  }

  @Test
  void aBlockedRotationIsOverdueSinceItsTick() {
    showAt("2026-11-25T00:00:00Z");
    story.aws.quota = 1;
    showAt("2026-11-25T01:05:00Z");

    assertThat(gauge("overdue_seconds")).isEqualTo(3_600);
  }

  @Test
  void failuresAreCounted() {
    showAt("2026-11-25T00:00:00Z");
    story.edit("INCLUDE ItemID WHERE Items.BROKEN > ${unixSeconds(now)}");
    showAt("2026-11-25T00:00:30Z");
    showAt("2026-11-25T00:01:30Z");

    assertThat(counter("rotation_failures")).isEqualTo(1);
  }

  @Test
  void nothingIsShownOfWhatIsGoneOrHasNoDate() {
    showAt("2026-11-25T00:00:00Z");
    metrics.remove(story.operator.filter);
    assertThat(registry.getMeters()).isEmpty();

    RotationStory plain = new RotationStory(1, "expression: INCLUDE ItemID WHERE Items.YEAR > 1");
    plain.step(java.time.Duration.ofSeconds(1));
    metrics.show(plain.operator.filter, plain.operator.status());
    assertThat(registry.getMeters()).isEmpty();
  }
}
