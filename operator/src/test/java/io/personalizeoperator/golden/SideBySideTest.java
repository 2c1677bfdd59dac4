package io.personalizeoperator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.reconcile.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A finding that is no precondition of another never shadows it. Held over all cases of the golden
 * folders, so that a new case, or a new concern in one, is covered without being listed here.
 */
class SideBySideTest {
  private static final AwsFailure FOR_GOOD =
      new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed for good.");

  /** Those that are alone in their stage of a resource's life. */
  private static final Set<Concern> ALONE =
      EnumSet.of(
          Concern.SUSPENSION,
          Concern.ACCOUNT,
          Concern.READING,
          Concern.EXISTENCE,
          Concern.OWNERSHIP);

  /** Those that have nothing to do of their own. */
  private static final Set<Concern> SPEAKERS = EnumSet.of(Concern.POLICY, Concern.PARENTS);

  /** One case, as a pass would see it. */
  private record Scene<R extends PersonalizeResource<?, ?>, D>(
      GoldenFolder folder, Kind<R, D> kind) {

    private Observed<R, D> after(Attempts attempts) {
      return new GoldenDecision<>(kind, folder, DecisionsTest.KINDS)
          .observation()
          .after(attempts)
          .observed(kind.decider());
    }

    private List<Finding> acting(Attempts attempts) {
      return new LifecycleDecider<>(kind.decider())
          .findings(after(attempts)).stream()
              .filter(finding -> finding.action().isPresent())
              .toList();
    }

    Set<Concern> concerns() {
      Set<Concern> all = EnumSet.noneOf(Concern.class);
      acting(Attempts.NONE).forEach(finding -> all.add(finding.concern()));
      return all;
    }

    private Decision decide(Attempts attempts) {
      return new LifecycleDecider<>(kind.decider()).decide(after(attempts));
    }

    private Concern concernOf(Action action, Attempts attempts) {
      return acting(attempts).stream()
          .filter(finding -> finding.action().get().key().equals(action.key()))
          .findFirst()
          .orElseThrow()
          .concern();
    }

    /** Whether a concern gets to act though whatever these want to do fails for good. */
    boolean isReached(Concern wanted, Set<Concern> failing) {
      Attempts attempts = Attempts.NONE;
      Instant now = after(attempts).now();
      for (int step = 0; step < 30; step++) {
        Optional<Action> next = decide(attempts).action();
        if (next.isEmpty()) {
          return false;
        }
        Concern concern = concernOf(next.get(), attempts);
        if (concern == wanted) {
          return true;
        }
        assertThat(failing).as("%s: %s acts", folder, concern).contains(concern);
        attempts =
            attempts.failed(next.get().key(), after(attempts).generation(), FOR_GOOD, now, false);
      }
      return false;
    }

    /** The message once all that a concern tries has failed. */
    String messageAfterFailureOf(Concern failing) {
      Attempts attempts = Attempts.NONE;
      for (int round = 0; round < 5; round++) {
        for (Finding finding : acting(attempts)) {
          if (finding.concern() == failing) {
            attempts =
                attempts.failed(
                    finding.action().get().key(),
                    after(attempts).generation(),
                    FOR_GOOD,
                    after(attempts).now(),
                    false);
          }
        }
      }
      return decide(attempts).status().orElseThrow().lifecycle().conditions().stream()
          .filter(condition -> condition.type().equals("Ready"))
          .findFirst()
          .orElseThrow()
          .message();
    }

    @Override
    public String toString() {
      return folder.toString();
    }
  }

  static List<Scene<?, ?>> scenes() throws IOException {
    List<Scene<?, ?>> scenes = new ArrayList<>();
    for (Kind<?, ?> kind : DecisionsTest.KINDS) {
      scenes.addAll(scenesOf(kind));
    }
    return scenes;
  }

  private static <R extends PersonalizeResource<?, ?>, D> List<Scene<R, D>> scenesOf(
      Kind<R, D> kind) throws IOException {
    return DecisionsTest.foldersOf(kind).stream()
        .map(folder -> new Scene<>(folder, kind))
        .filter(scene -> scene.concerns().size() > 1)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenes")
  void eachConcernGetsToActWhileAllOthersFailForGood(Scene<?, ?> scene) {
    Set<Concern> all = scene.concerns();
    for (Concern wanted : all) {
      Set<Concern> others = EnumSet.complementOf(EnumSet.of(wanted));
      assertThat(scene.isReached(wanted, others)).as("%s: %s", scene, wanted).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenes")
  void theStatusSaysOfEachConcernThatItFails(Scene<?, ?> scene) {
    for (Concern failing : scene.concerns()) {
      assertThat(scene.messageAfterFailureOf(failing))
          .as("%s: %s", scene, failing)
          .contains("Not allowed for good.");
    }
  }

  @Test
  void everyConcernThatActsStandsBesideAnotherSomewhere() throws IOException {
    Map<Concern, Set<Concern>> beside = new EnumMap<>(Concern.class);
    for (Scene<?, ?> scene : scenes()) {
      for (Concern concern : scene.concerns()) {
        beside
            .computeIfAbsent(concern, c -> EnumSet.noneOf(Concern.class))
            .addAll(scene.concerns());
      }
    }
    Set<Concern> acting = EnumSet.allOf(Concern.class);
    acting.removeAll(ALONE);
    acting.removeAll(SPEAKERS);
    // No golden case has it beside another: decision.RevisionsTest does.
    acting.remove(Concern.RETIREMENT);

    assertThat(beside.keySet()).containsExactlyInAnyOrderElementsOf(acting);
    assertThat(beside.values()).allSatisfy(others -> assertThat(others).hasSizeGreaterThan(1));
  }
}
