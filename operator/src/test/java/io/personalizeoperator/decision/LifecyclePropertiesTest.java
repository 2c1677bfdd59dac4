package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever goes wrong: crashes, lost replies, throttling, answers 90 seconds old,
 * colleagues who delete. A seed that fails is named and fails again.
 */
class LifecyclePropertiesTest {
  private static final int SEEDS = 400;
  private static final int STEPS = 60;

  /** One life of one custom resource. */
  private static final class Story {
    final Random random;
    final FaultyAws aws;
    final TinyOperator operator;

    Story(long seed) {
      random = new Random(seed);
      aws = new FaultyAws(random, Observation.NOW);
      operator = new TinyOperator(new PlainKind(), aws, Recent.fresh().resource());
    }

    void step(Duration by, boolean crashes) {
      aws.now = aws.now.plus(by);
      if (random.nextInt(3) > 0) {
        operator.sweep();
      }
      operator.pass(crashes);
    }

    void faultyStep() {
      step(Duration.ofMillis(200 + random.nextInt(30_000)), random.nextInt(5) == 0);
      if (random.nextInt(15) == 0) {
        operator.crash();
      }
    }

    /** Faults stop; twenty minutes are enough for every interval and lag. */
    void calmDown() {
      aws.faults = false;
      for (int i = 0; i < 120 && !operator.finished; i++) {
        step(Duration.ofSeconds(10), false);
      }
    }

    void delete() {
      operator.resource.getMetadata().setDeletionTimestamp(aws.now.toString());
    }

    Condition ready() {
      return Conditions.find(operator.resource.lifecycle().conditions(), Conditions.READY)
          .orElseThrow();
    }

    boolean isReady() {
      return Conditions.isTrue(operator.resource.lifecycle().conditions(), Conditions.READY);
    }
  }

  @Test
  void aResourceIsMadeExactlyOnceWhateverGoesWrong() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(seed);
      for (int i = 0; i < STEPS; i++) {
        story.faultyStep();
        assertThat(story.aws.effectiveCreations).as("seed %d", seed).isLessThanOrEqualTo(1);
      }
      story.calmDown();

      assertThat(story.isReady()).as("seed %d: %s", seed, story.ready()).isTrue();
      assertThat(story.aws.effectiveCreations).as("seed %d", seed).isEqualTo(1);
    }
  }

  @Test
  void whatOthersDeleteIsMadeAgainOnceForEachDeletion() {
    int deletions = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(seed);
      for (int i = 0; i < STEPS; i++) {
        story.faultyStep();
        if (story.random.nextInt(20) == 0) {
          story.aws.deletedByOthers();
        }
        assertThat(story.aws.effectiveCreations)
            .as("seed %d", seed)
            .isLessThanOrEqualTo(1 + story.aws.deletionsByOthers);
      }
      story.calmDown();

      assertThat(story.isReady()).as("seed %d: %s", seed, story.ready()).isTrue();
      assertThat(story.aws.tagsOfWhatStays()).as("seed %d", seed).contains(Recent.OURS);
      deletions += story.aws.deletionsByOthers;
    }
    assertThat(deletions).as("the story is told").isGreaterThan(SEEDS);
  }

  @Test
  void aDeletedResourceLeavesNothingOfOursInAws() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(seed);
      int leaves = story.random.nextInt(STEPS);
      for (int i = 0; i < STEPS && !story.operator.finished; i++) {
        if (i == leaves) {
          story.delete();
        }
        story.faultyStep();
      }
      story.calmDown();

      assertThat(story.operator.finished).as("seed %d: %s", seed, story.ready()).isTrue();
      assertThat(story.aws.tagsOfWhatStays()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void whatAnotherOwnsIsNeitherTaggedNorDeleted() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(seed);
      story.aws.madeByOthers(Recent.ANOTHERS);
      boolean leaves = story.random.nextBoolean();
      for (int i = 0; i < STEPS && !story.operator.finished; i++) {
        if (leaves && i == STEPS / 2) {
          story.delete();
        }
        story.faultyStep();
      }
      story.calmDown();

      assertThat(story.aws.tagsOfWhatStays())
          .as("seed %d", seed)
          .isEqualTo(Optional.of(Recent.ANOTHERS));
      assertThat(story.operator.finished).as("seed %d", seed).isEqualTo(leaves);
      if (!leaves) {
        assertThat(story.ready().reason()).as("seed %d", seed).isEqualTo("NameTaken");
      }
    }
  }

  @Test
  void aQuietResourceMakesNoMutatingCallAndItsStatusRests() {
    for (long seed = 0; seed < SEEDS / 10; seed++) {
      Story story = new Story(seed);
      for (int i = 0; i < STEPS; i++) {
        story.faultyStep();
      }
      story.calmDown();
      int mutations = story.aws.mutations;
      var status = story.operator.resource.getStatus();

      for (int i = 0; i < 300; i++) {
        story.step(Duration.ofMinutes(5), false);
        assertThat(story.operator.resource.getStatus()).as("seed %d", seed).isEqualTo(status);
      }
      assertThat(story.aws.mutations).as("seed %d", seed).isEqualTo(mutations);
    }
  }

  @Test
  void theFaultsDoHappen() {
    Map<Boolean, Long> lost =
        new Random(7)
            .longs(200)
            .mapToObj(Story::new)
            .collect(
                Collectors.partitioningBy(
                    story -> {
                      for (int i = 0; i < STEPS; i++) {
                        story.faultyStep();
                      }
                      return story.aws.mutations > story.aws.effectiveCreations;
                    },
                    Collectors.counting()));

    assertThat(lost.get(true)).as("calls beyond the one that worked").isGreaterThan(50);
  }
}
