package io.personalizeoperator.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What holds of rotating filters whatever goes wrong: crashes, lost replies, throttling, answers 90
 * seconds old. A seed that fails is named and fails again.
 */
class RotationPropertiesTest {
  private static final int SEEDS = 40;
  private static final int STEPS = 250;

  private static RotationStory everyTenMinutes(long seed) {
    return new RotationStory(
        seed,
        """
        expression: "%s"
          rotation: {cron: "*/10 * * * *", gracePeriod: 3m%s}
        """
            .formatted(RotationStory.BY_DATE, seed % 3 == 0 ? ", leadTime: 2m" : ""));
  }

  /** Edits that may fail, and that may be taken back. */
  private static void mayEdit(RotationStory story) {
    if (story.random.nextInt(40) == 0) {
      story.edit(
          switch (story.random.nextInt(4)) {
            case 0 -> "INCLUDE ItemID WHERE Items.BROKEN > ${unixSeconds(now)}";
            case 1 -> "INCLUDE ItemID WHERE Items.YEAR > 1990";
            case 2 -> "INCLUDE ItemID WHERE Items.YEAR > ${nonsense}";
            default -> RotationStory.BY_DATE;
          });
    }
  }

  private static void calmDown(RotationStory story) {
    story.aws.faults = false;
    story.edit(RotationStory.BY_DATE);
    story.run(Duration.ofHours(1));
  }

  @Test
  void thePublishedFilterIsActiveAtEveryMomentOnceThereWasOneAndNeverAreThereMoreThanTwo() {
    int rotations = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RotationStory story = everyTenMinutes(seed);
      story.aws.faults = true;
      for (int i = 0; i < STEPS; i++) {
        mayEdit(story);
        story.faultyStep();
        if (story.operator.published != null) {
          assertThat(story.isPublishedActive()).as("seed %d, step %d", seed, i).isTrue();
        }
        assertThat(story.ours().size()).as("seed %d, step %d", seed, i).isLessThanOrEqualTo(2);
      }
      rotations += story.aws.creations;
      calmDown(story);

      assertThat(story.isTrue("Ready")).as("seed %d: %s", seed, story.message("Ready")).isTrue();
      assertThat(story.isTrue("Stalled")).as("seed %d", seed).isFalse();
      assertThat(story.operator.published)
          .as("seed %d", seed)
          .isEqualTo(story.operator.filter.lifecycle().arn());
    }
    assertThat(rotations).as("the story is told").isGreaterThan(SEEDS * 4);
  }

  @Test
  void nothingOfOursIsLeftBehindWhenTheCustomResourceGoes() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RotationStory story = everyTenMinutes(seed);
      story.aws.faults = true;
      int leaves = story.random.nextInt(STEPS);
      for (int i = 0; i < STEPS && !story.operator.finished; i++) {
        if (i == leaves) {
          story.operator.filter.getMetadata().setDeletionTimestamp(story.aws.now.toString());
        }
        if (i < leaves) {
          mayEdit(story);
        }
        story.faultyStep();
      }
      story.aws.faults = false;
      story.run(Duration.ofHours(1));

      assertThat(story.operator.finished).as("seed %d", seed).isTrue();
      assertThat(story.aws.all()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void afterAnyTroubleOnlyTheServingFilterIsLeft() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RotationStory story = everyTenMinutes(seed);
      story.aws.faults = true;
      for (int i = 0; i < STEPS; i++) {
        mayEdit(story);
        story.faultyStep();
      }
      story.aws.faults = false;
      story.edit("INCLUDE ItemID WHERE Items.YEAR > 2020");
      story.run(Duration.ofHours(2));

      assertThat(story.aws.all()).as("seed %d", seed).hasSize(1);
      assertThat(story.operator.status().retiring()).as("seed %d", seed).isNull();
      assertThat(story.operator.status().next()).as("seed %d", seed).isNull();
      assertThat(story.operator.status().current().expression()).endsWith("2020");
    }
  }

  @Test
  void whatSomebodyDeletesIsMadeAgain() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RotationStory story = everyTenMinutes(seed);
      story.aws.faults = true;
      for (int i = 0; i < STEPS; i++) {
        story.faultyStep();
        if (story.random.nextInt(40) == 0 && !story.aws.all().isEmpty()) {
          story.aws.deletedByOthers(story.aws.all().getFirst().arn);
        }
      }
      calmDown(story);

      assertThat(story.isTrue("Ready")).as("seed %d: %s", seed, story.message("Ready")).isTrue();
      assertThat(story.isPublishedActive()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void aYearOfDailyRotationsLeavesOneFilter() {
    RotationStory story = RotationStory.daily(1);
    Instant end = RotationStory.START.plus(Duration.ofDays(365));
    while (story.aws.now.isBefore(end)) {
      story.run(Duration.ofHours(12));
      assertThat(story.ours()).hasSize(1);
      assertThat(story.isPublishedActive()).isTrue();
    }
    assertThat(story.aws.creations).isEqualTo(366);
  }
}
