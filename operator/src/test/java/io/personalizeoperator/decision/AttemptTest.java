package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static AwsFailure failure(FailureClass kind) {
    return new AwsFailure(kind, "Code", "Message.");
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"NEEDS_USER"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatMayPassByItselfIsTriedAtDoublingIntervalsUpToAMinute(FailureClass kind) {
    List<Long> seconds = new ArrayList<>();
    Attempt attempt = null;
    for (int i = 0; i < 9; i++) {
      attempt = Attempt.next(attempt, "Create", 1, failure(kind), NOW);
      seconds.add(Duration.between(NOW, attempt.retryAt()).toSeconds());
    }

    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void theIntervalStaysAMinuteHoweverOftenItFails() {
    Attempt attempt = null;
    for (int i = 0; i < 200; i++) {
      attempt = Attempt.next(attempt, "Create", 1, failure(FailureClass.RETRY_SOON), NOW);
    }

    assertThat(attempt.retryAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(attempt.count()).isEqualTo(200);
  }

  @Test
  void whatNeedsAPersonIsTriedEveryTenMinutes() {
    Attempt first = Attempt.next(null, "Create", 1, failure(FailureClass.NEEDS_USER), NOW);
    Attempt second = Attempt.next(first, "Create", 1, failure(FailureClass.NEEDS_USER), NOW);

    assertThat(first.retryAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(second.retryAt()).isEqualTo(NOW.plusSeconds(600));
  }

  @Test
  void anotherActionOrGenerationStartsAnew() {
    AwsFailure soon = failure(FailureClass.RETRY_SOON);
    Attempt third =
        Attempt.next(
            Attempt.next(Attempt.next(null, "Create", 1, soon, NOW), "Create", 1, soon, NOW),
            "Create",
            1,
            soon,
            NOW);
    assertThat(third.count()).isEqualTo(3);

    assertThat(Attempt.next(third, "Update", 1, soon, NOW).count()).isEqualTo(1);
    assertThat(Attempt.next(third, "Create", 2, soon, NOW).count()).isEqualTo(1);
  }

  @Test
  void itHoldsTheSameActionOfTheSameGenerationUntilItsTime() {
    Attempt attempt = Attempt.next(null, "Create", 1, failure(FailureClass.RETRY_SOON), NOW);

    assertThat(attempt.holds("Create", 1, NOW)).isTrue();
    assertThat(attempt.holds("Create", 1, NOW.plusMillis(999))).isTrue();
    assertThat(attempt.holds("Create", 1, NOW.plusSeconds(1))).isFalse();
    assertThat(attempt.holds("Update", 1, NOW)).isFalse();
    assertThat(attempt.holds("Create", 2, NOW)).isFalse();
  }
}
