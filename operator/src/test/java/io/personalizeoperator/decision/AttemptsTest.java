package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has failed is remembered for each action by itself, and for so long as it matters. */
class AttemptsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Action.Key CREATE = new Action.Key(Action.Create.class, "a");
  private static final Action.Key UPDATE = new Action.Key(Action.Update.class, "a");

  private static AwsFailure failure(FailureClass kind) {
    return new AwsFailure(kind, "Code", "Message.");
  }

  private static List<Long> seconds(FailureClass kind, int times, boolean hurried) {
    List<Long> seconds = new ArrayList<>();
    Attempts attempts = Attempts.NONE;
    for (int i = 0; i < times; i++) {
      attempts = attempts.failed(CREATE, 1, failure(kind), NOW, hurried);
      seconds.add(Duration.between(NOW, attempts.of(CREATE).orElseThrow().retryAt()).toSeconds());
    }
    return seconds;
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureClass.class,
      names = {"NEEDS_USER"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatMayPassByItselfIsTriedAtDoublingIntervalsUpToAMinute(FailureClass kind) {
    assertThat(seconds(kind, 9, false)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void theIntervalStaysAMinuteHoweverOftenItFails() {
    assertThat(seconds(FailureClass.RETRY_SOON, 200, false).getLast()).isEqualTo(60);
  }

  @Test
  void whatNeedsAPersonIsTriedAfterTenMinutesDoublingToSixHours() {
    assertThat(seconds(FailureClass.NEEDS_USER, 8, false))
        .containsExactly(600L, 1_200L, 2_400L, 4_800L, 9_600L, 19_200L, 21_600L, 21_600L);
  }

  @Test
  void whatAwsDoesNotFindForFiveMinutesNeedsAPersonToo() {
    assertThat(seconds(FailureClass.GONE, 13, false))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L, 600L, 1_200L, 2_400L);

    Attempts attempts = Attempts.NONE;
    for (int i = 0; i < 11; i++) {
      assertThat(attempts.of(CREATE).map(Attempt::failure).map(AwsFailure::kind))
          .isNotEqualTo(Optional.of(FailureClass.NEEDS_USER));
      attempts = attempts.failed(CREATE, 1, failure(FailureClass.GONE), NOW, false);
    }
    assertThat(attempts.of(CREATE).orElseThrow().failure().kind())
        .isEqualTo(FailureClass.NEEDS_USER);
  }

  @Test
  void whatIsGoneBeforeItsDeletionNeedsNobody() {
    Action.Key delete = new Action.Key(Action.Delete.class, "a");
    Attempts attempts = Attempts.NONE;
    for (int i = 0; i < 20; i++) {
      attempts = attempts.failed(delete, 1, failure(FailureClass.GONE), NOW, false);
    }
    assertThat(attempts.of(delete).orElseThrow().failure().kind()).isEqualTo(FailureClass.GONE);
    assertThat(attempts.of(delete).orElseThrow().retryAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void whatIsNeededByAGivenTimeIsTriedEveryTenMinutes() {
    assertThat(seconds(FailureClass.NEEDS_USER, 3, true)).containsExactly(600L, 600L, 600L);
  }

  @Test
  void credentialsThatAreNeededByAGivenTimeAreAskedForEveryTenSeconds() {
    assertThat(seconds(FailureClass.NO_CREDENTIALS, 6, true))
        .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
  }

  @Test
  void credentialsThatCannotBeHadForAMomentAreNoStall() {
    Attempts attempts = Attempts.NONE;
    for (int i = 1; i <= 6; i++) {
      attempts = attempts.failed(CREATE, 1, failure(FailureClass.NO_CREDENTIALS), NOW, false);
      Verdict verdict = FailureVerdict.of(attempts.of(CREATE).orElseThrow(), true);
      assertThat(verdict.state())
          .isEqualTo(i <= 5 ? Verdict.State.PROGRESSING : Verdict.State.STALLED);
    }
  }

  @Test
  void aCreationThatWaitsForAQuotaIsTriedWhenItsTurnHasCome() {
    AwsFailure full = new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "5.");
    Action.Key create = new Action.Key(Action.Create.class, "request");
    Action.Key update = new Action.Key(Action.Update.class, "request");
    Attempts attempts =
        Attempts.NONE.failed(create, 1, full, NOW, false).failed(update, 1, full, NOW, false);

    assertThat(attempts.holding(create, 1, NOW.plusSeconds(599))).isPresent();
    assertThat(attempts.inTurn(NOW.plusMillis(1)).holding(create, 1, NOW.plusMillis(1))).isEmpty();
    assertThat(attempts.inTurn(NOW).holding(update, 1, NOW)).isPresent();
    assertThat(attempts.holding(update, 1, NOW.plusSeconds(1))).isEmpty();
  }

  @Test
  void oneActionThatFailsLeavesWhatIsKnownOfOthers() {
    AwsFailure soon = failure(FailureClass.RETRY_SOON);
    Attempts attempts =
        Attempts.NONE
            .failed(CREATE, 1, soon, NOW, false)
            .failed(UPDATE, 1, soon, NOW, false)
            .failed(CREATE, 1, soon, NOW, false);

    assertThat(attempts.of(CREATE).orElseThrow().count()).isEqualTo(2);
    assertThat(attempts.of(UPDATE).orElseThrow().count()).isEqualTo(1);
    assertThat(attempts.succeeded(CREATE).of(CREATE)).isEmpty();
    assertThat(attempts.succeeded(CREATE).of(UPDATE)).isPresent();
  }

  @Test
  void anotherGenerationBeginsWithNothing() {
    AwsFailure soon = failure(FailureClass.RETRY_SOON);
    Attempts attempts =
        Attempts.NONE
            .failed(CREATE, 1, soon, NOW, false)
            .failed(UPDATE, 1, soon, NOW, false)
            .failed(CREATE, 2, soon, NOW, false);

    assertThat(attempts.of(CREATE).orElseThrow().count()).isEqualTo(1);
    assertThat(attempts.of(UPDATE)).isEmpty();
  }

  @Test
  void itHoldsTheSameActionOfTheSameGenerationUntilItsTime() {
    Attempts attempts =
        Attempts.NONE.failed(CREATE, 1, failure(FailureClass.RETRY_SOON), NOW, false);

    assertThat(attempts.holding(CREATE, 1, NOW)).isPresent();
    assertThat(attempts.holding(CREATE, 1, NOW.plusMillis(999))).isPresent();
    assertThat(attempts.holding(CREATE, 1, NOW.plusSeconds(1))).isEmpty();
    assertThat(attempts.holding(UPDATE, 1, NOW)).isEmpty();
    assertThat(attempts.holding(CREATE, 2, NOW)).isEmpty();
  }

  @Test
  void howeverManyActionsFailFewAreKept() {
    Attempts attempts = Attempts.NONE;
    for (int i = 0; i < 1_000; i++) {
      attempts =
          attempts.failed(
              new Action.Key(Action.Update.class, i),
              1,
              failure(FailureClass.NEEDS_USER),
              NOW.plusSeconds(i),
              false);
    }

    assertThat(attempts.byAction()).hasSize(32);
    assertThat(attempts.of(new Action.Key(Action.Update.class, 999))).isPresent();
  }

  @Test
  void whatIsNotTriedForAnHourAfterItsTimeIsForgotten() {
    Attempts attempts =
        Attempts.NONE
            .failed(CREATE, 1, failure(FailureClass.RETRY_SOON), NOW, false)
            .failed(UPDATE, 1, failure(FailureClass.RETRY_SOON), NOW.plusSeconds(3_602), false);

    assertThat(attempts.of(CREATE)).isEmpty();
    assertThat(attempts.of(UPDATE)).isPresent();
  }
}
