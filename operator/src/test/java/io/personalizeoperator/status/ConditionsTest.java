package io.personalizeoperator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Instant FIRST = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Instant LATER = FIRST.plusSeconds(60);

  private static List<Condition> after(List<Condition> before, Verdict verdict, Instant now) {
    return Conditions.after(before, verdict, 3, now);
  }

  private static ConditionStatus status(List<Condition> conditions, String type) {
    return Conditions.find(conditions, type).orElseThrow().status();
  }

  private static Instant since(List<Condition> conditions, String type) {
    return Conditions.find(conditions, type).orElseThrow().lastTransitionTime();
  }

  private static String flags(Verdict verdict) {
    List<Condition> all = after(List.of(), verdict, FIRST);
    return String.join(
        " ",
        status(all, Conditions.READY).name(),
        status(all, Conditions.RECONCILING).name(),
        status(all, Conditions.STALLED).name());
  }

  @Test
  void eachStateSetsReadyReconcilingAndStalled() {
    assertThat(flags(Verdict.settled(Reason.Active, "m"))).isEqualTo("True False False");
    assertThat(flags(Verdict.progressing(Reason.Updating, "m", true))).isEqualTo("True True False");
    assertThat(flags(Verdict.progressing(Reason.Creating, "m", false)))
        .isEqualTo("False True False");
    assertThat(flags(Verdict.stalled(Reason.UpdateFailed, "m", true))).isEqualTo("True False True");
    assertThat(flags(Verdict.stalled(Reason.CreateFailed, "m", false)))
        .isEqualTo("False False True");
    assertThat(flags(Verdict.suspended("m", true))).isEqualTo("True False False");
    assertThat(flags(Verdict.suspended("m", false))).isEqualTo("False False False");
  }

  @Test
  void allThreeTellTheSameReasonMessageAndGeneration() {
    assertThat(after(List.of(), Verdict.settled(Reason.Imported, "Done."), FIRST))
        .hasSize(3)
        .allSatisfy(
            condition -> {
              assertThat(condition.reason()).isEqualTo("Imported");
              assertThat(condition.message()).isEqualTo("Done.");
              assertThat(condition.observedGeneration()).isEqualTo(3);
            });
  }

  @Test
  void theTransitionTimeMovesOnlyWhereTheStatusDoes() {
    List<Condition> creating =
        after(List.of(), Verdict.progressing(Reason.Creating, "m", false), FIRST);
    Instant first = Instant.parse("2026-11-24T12:00:00Z");
    assertThat(creating).allMatch(c -> c.lastTransitionTime().equals(first));

    List<Condition> otherWords =
        after(creating, Verdict.progressing(Reason.Training, "other", false), LATER);
    assertThat(otherWords).allMatch(c -> c.lastTransitionTime().equals(first));
    assertThat(otherWords).allMatch(c -> c.reason().equals("Training"));

    List<Condition> ready = after(otherWords, Verdict.settled(Reason.Active, "m"), LATER);
    Instant later = Instant.parse("2026-11-24T12:01:00Z");
    assertThat(since(ready, Conditions.READY)).isEqualTo(later);
    assertThat(since(ready, Conditions.RECONCILING)).isEqualTo(later);
    assertThat(since(ready, Conditions.STALLED)).isEqualTo(first);
  }

  @Test
  void theSameVerdictLaterIsTheSameConditions() {
    Verdict verdict = Verdict.stalled(Reason.NameTaken, "m", false);
    List<Condition> once = after(List.of(), verdict, FIRST);

    assertThat(after(once, verdict, LATER)).isEqualTo(once);
  }

  @Test
  void aLongMessageIsCutWhereKubernetesWantsIt() {
    List<Condition> all =
        after(List.of(), Verdict.stalled(Reason.RefusedByAws, "x".repeat(1025), false), FIRST);
    assertThat(all).allMatch(c -> c.message().length() == 1024);

    assertThat(
            after(List.of(), Verdict.stalled(Reason.RefusedByAws, "x".repeat(1024), false), FIRST))
        .allMatch(c -> c.message().equals("x".repeat(1024)));
  }

  @Test
  void anAbsentConditionIsNotTrue() {
    assertThat(Conditions.isTrue(List.of(), Conditions.READY)).isFalse();
    assertThat(Conditions.find(List.of(), Conditions.READY)).isEmpty();
  }
}
