package io.personalizeoperator.scenario.life;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.History;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A manifest becomes a resource in AWS, once, and its status says so. */
@ExtendWith(Stages.class)
class CreationIT {
  @ParameterizedTest
  @EnumSource
  void isMadeOnceAndBecomesReady(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample);

    PersonalizeResource<?, ?> ready = stage.cluster().awaitReady(sample);

    assertThat(stage.cloud().effects(sample.create())).hasSize(1);
    assertThat(ready.lifecycle().awsStatus()).isEqualTo("ACTIVE");
    assertThat(ready.lifecycle().ownership()).isEqualTo(Ownership.Created);
    assertThat(ready.lifecycle().conditions())
        .extracting(Condition::type)
        .contains("Ready", "Reconciling", "Stalled");
    assertThat(ready.lifecycle().conditions())
        .allSatisfy(
            condition -> {
              assertThat(condition.observedGeneration())
                  .isEqualTo(ready.getMetadata().getGeneration());
              assertThat(condition.message()).isNotBlank();
              assertThat(condition.lastTransitionTime()).isNotNull();
            });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SCHEMA")
  void carriesItsOwnersTagsAndTheUsers(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, "tags: {team: search}");

    String arn = stage.cluster().awaitReady(sample).lifecycle().arn();

    assertThat(new OutOfBandUser(stage).tags(arn))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "personalize-operator.io/cluster", "cluster-of-tests",
                "personalize-operator.io/namespace", stage.namespace(),
                "personalize-operator.io/name", "movies",
                "team", "search"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"DATASET_GROUP", "SCHEMA"})
  void waitsForItsParentAndIsMadeTheMomentThatIsActive(Sample sample, Stage stage) {
    stage.startOperator();
    Sample parent = lastBefore(sample);
    stage.cluster().apply(sample);
    assertThat(
            stage
                .cluster()
                .awaitReconciling(
                    sample, Reason.valueOf("WaitingFor" + sample.parents().getFirst().kind()))
                .message())
        .contains("movies", "does not exist");
    assertThat(stage.cloud().calls(sample.create())).isEmpty();

    stage.cluster().applyAll(sample.before().stream().filter(one -> one != parent).toList());
    stage.cloud().speed(10);
    try (History history = new History(stage, parent)) {
      stage.cluster().apply(parent);
      stage.cluster().awaitReady(sample);

      Instant active = history.firstAt(CreationIT::letsChildrenDepend);
      Instant made = stage.cloud().effects(sample.create()).getFirst().at();
      assertThat(Duration.between(active, made)).isLessThan(Duration.ofSeconds(10));
    }
  }

  /** The one of its prerequisites that the others do not need, so that it can come last. */
  private static Sample lastBefore(Sample sample) {
    return switch (sample) {
      case DATASET, SOLUTION -> Sample.DATASET_GROUP;
      case DATASET_IMPORT, FILTER -> Sample.DATASET;
      default -> Sample.SOLUTION;
    };
  }

  private static boolean letsChildrenDepend(PersonalizeResource<?, ?> parent) {
    return "ACTIVE".equals(parent.lifecycle().awsStatus())
        && (!(parent instanceof Solution solution)
            || solution.getStatus().promotedVersion() != null);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SCHEMA")
  void showsEveryStatusOnTheWay(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    // Long enough for a busy machine to look in between: four seconds of real time.
    for (Durations work : Durations.values()) {
      stage.cloud().takes(work, Duration.ofMinutes(4));
    }
    stage.cloud().speed(60);
    try (History history = new History(stage, sample)) {
      stage.cluster().apply(sample);
      Reason reason = sample == Sample.DATASET_IMPORT ? Reason.Importing : Reason.Creating;
      Condition creating = stage.cluster().awaitReconciling(sample, reason);
      assertThat(creating.message()).isNotBlank();
      PersonalizeResource<?, ?> underWay = stage.cluster().get(sample);
      assertThat(Cluster.isTrue(underWay, Conditions.STALLED)).isFalse();

      stage.cluster().awaitReady(sample);
      // The test's watch may be behind what it has just read.
      await()
          .untilAsserted(
              () ->
                  assertThat(history.awsStatuses())
                      .as("a step from one to the other is no write")
                      .containsExactly("CREATE PENDING", "ACTIVE"));
    }
  }
}
