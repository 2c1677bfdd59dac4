package io.personalizeoperator.filter;

import static io.personalizeoperator.filter.RotationStory.arn;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.status.Notice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The life of a filter that is replaced: by schedule, and by a changed manifest. */
class RotationTest {
  private static final String STATIC = "expression: INCLUDE ItemID WHERE Items.YEAR > 1990";
  private static final String OTHER = "INCLUDE ItemID WHERE Items.YEAR > 2000";

  private static RotationStory of(String rotation) {
    return new RotationStory(
        1,
        """
        expression: "%s"
          rotation: {cron: "5 0 * * *", %s}
        """
            .formatted(RotationStory.BY_DATE, rotation));
  }

  @Test
  void theFirstIsRenderedWithTheCreationTimeAndNamedAfterIt() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));

    FilterStatus status = story.operator.status();
    assertThat(status.current().name()).isEqualTo("recent-202611241200");
    assertThat(status.current().tick()).isEqualTo(RotationStory.START);
    assertThat(status.current().expression())
        .isEqualTo(
            "INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP > "
                + (RotationStory.START.getEpochSecond() - 30 * 86_400));
    assertThat(status.next()).isNull();
    assertThat(status.nextRotationTime()).isEqualTo("2026-11-25T00:05:00Z");
    assertThat(story.operator.published).isEqualTo(arn("recent-202611241200"));
    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Reconciling")).isFalse();
  }

  @Test
  void aTickMovesArnAndPublicationOnceTheNextIsActiveAndTheOldGoesAfterTheGrace() {
    RotationStory story = RotationStory.daily(1);
    story.runUntil("2026-11-25T00:05:30Z");
    assertThat(story.ours()).contains("recent-202611250005");
    assertThat(story.operator.filter.lifecycle().arn()).isEqualTo(arn("recent-202611241200"));
    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Reconciling")).isFalse();

    story.runUntil("2026-11-25T00:06:30Z");
    FilterStatus status = story.operator.status();
    assertThat(status.lifecycle().arn()).isEqualTo(arn("recent-202611250005"));
    assertThat(status.lifecycle().awsStatus()).isEqualTo("ACTIVE");
    assertThat(status.lastRotationTime()).isEqualTo(status.current().since());
    assertThat(story.operator.published).isEqualTo(arn("recent-202611250005"));
    assertThat(status.retiring())
        .singleElement()
        .satisfies(old -> assertThat(old.arn()).isEqualTo(arn("recent-202611241200")));
    assertThat(story.operator.notices.stream().map(Notice::reason)).contains("FilterRotated");

    story.runUntil("2026-11-25T00:15:00Z");
    assertThat(story.ours()).hasSize(2);
    story.runUntil("2026-11-25T00:20:00Z");
    assertThat(story.ours()).containsExactly("recent-202611250005");
    assertThat(story.operator.status().retiring()).isNull();
  }

  @Test
  void aRotationBySchedulesNeverShowsInReadyReconcilingOrStalled() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));
    var before = story.operator.filter.lifecycle().conditions().subList(0, 3);
    story.runUntil("2026-11-25T00:04:59Z");
    for (int i = 0; i < 150; i++) {
      story.step(Duration.ofSeconds(7));
      assertThat(story.operator.filter.lifecycle().conditions().subList(0, 3)).isEqualTo(before);
    }
    assertThat(story.ours()).containsExactly("recent-202611250005");
  }

  @Test
  void aTickWithTheSameTextChangesNothing() {
    RotationStory story = new RotationStory(1, STATIC + "\n  rotation: {cron: \"*/5 * * * *\"}");
    story.run(Duration.ofHours(1));

    assertThat(story.aws.creations).isEqualTo(1);
    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611241200");
  }

  @Test
  void missedTicksCollapseIntoTheLatest() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));
    story.aws.now = Instant.parse("2026-12-05T10:00:00Z");
    story.run(Duration.ofMinutes(30));

    assertThat(story.aws.creations).isEqualTo(2);
    assertThat(story.ours()).containsExactly("recent-202612050005");
  }

  @Test
  void aStaticFilterKeepsItsPlainNameAndGetsASuffixWhenReplaced() {
    RotationStory story = new RotationStory(1, STATIC);
    story.run(Duration.ofMinutes(3));
    assertThat(story.operator.published).isEqualTo(arn("recent"));
    assertThat(story.operator.status().current().tick()).isNull();

    story.edit(OTHER);
    story.step(Duration.ofSeconds(1));
    story.step(Duration.ofSeconds(1));
    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Reconciling")).isTrue();
    assertThat(story.reason("Reconciling")).isEqualTo("Updating");
    assertThat(story.operator.published).isEqualTo(arn("recent"));

    story.run(Duration.ofMinutes(15));
    assertThat(story.ours()).singleElement().asString().matches("recent-[0-9a-f]{8}");
    assertThat(story.operator.status().current().expression()).isEqualTo(OTHER);
    assertThat(story.operator.published).isEqualTo(story.operator.filter.lifecycle().arn());
    assertThat(story.isTrue("Reconciling")).isFalse();
    assertThat(story.operator.status().lifecycle().appliedGeneration()).isEqualTo(2);
  }

  @Test
  void aChangedManifestIsRenderedWithTheLatestTick() {
    RotationStory story = RotationStory.daily(1);
    story.runUntil("2026-11-25T09:00:00Z");
    story.edit(RotationStory.BY_DATE.replace("30", "7"));
    story.run(Duration.ofMinutes(20));

    FilterStatus status = story.operator.status();
    assertThat(status.current().tick()).isEqualTo("2026-11-25T00:05:00Z");
    assertThat(status.current().name()).matches("recent-202611250005-[0-9a-f]{8}");
    assertThat(status.current().expression())
        .endsWith("> " + (Instant.parse("2026-11-18T00:05:00Z").getEpochSecond()));
  }

  @Test
  void whatIsWithdrawnBeforeItServedIsNeverPublished() {
    RotationStory story = new RotationStory(1, STATIC);
    story.run(Duration.ofMinutes(3));
    story.edit(OTHER);
    story.run(Duration.ofSeconds(20));
    story.edit("INCLUDE ItemID WHERE Items.YEAR > 2010");
    for (int i = 0; i < 120; i++) {
      story.step(Duration.ofSeconds(10));
      assertThat(story.operator.status().current().expression()).isNotEqualTo(OTHER);
      assertThat(story.ours().size()).isLessThanOrEqualTo(2);
    }
    assertThat(story.operator.status().current().expression()).endsWith("2010");
    assertThat(story.ours()).hasSize(1);
  }

  @Test
  void aFailedNextOneLeavesTheOldServingAndIsDeletedAndTriedAgain() {
    RotationStory story = new RotationStory(1, STATIC);
    story.run(Duration.ofMinutes(3));
    story.edit("INCLUDE ItemID WHERE Items.BROKEN > 1");
    story.run(Duration.ofMinutes(3));

    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Stalled")).isTrue();
    assertThat(story.reason("Ready")).isEqualTo("CreateFailed");
    assertThat(story.message("Ready")).contains("Wrong.").contains("Fix the expression");
    assertThat(story.operator.filter.lifecycle().arn()).isEqualTo(arn("recent"));
    assertThat(story.operator.notices.stream().map(Notice::reason))
        .contains("FilterRotationFailed");

    story.run(Duration.ofHours(4));
    assertThat(story.aws.creations).isBetween(5, 12);
    assertThat(story.ours()).containsExactly("recent");

    story.edit(OTHER);
    story.run(Duration.ofMinutes(15));
    assertThat(story.operator.status().current().expression()).isEqualTo(OTHER);
    assertThat(story.operator.status().failed()).isNull();
    assertThat(story.isTrue("Stalled")).isFalse();
  }

  @Test
  void aFailedRotationDoesNotStallTheManifestAndTheNextTickTriesAtOnce() {
    RotationStory story =
        new RotationStory(
            1,
            """
            expression: 'INCLUDE ItemID WHERE Items.${format(now, "dd") == "25" ? "BROKEN" : "YEAR"} > ${unixSeconds(now)}'
              rotation: {cron: "5 0 * * *"}
            """);
    story.runUntil("2026-11-25T00:10:00Z");
    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Stalled")).isFalse();
    assertThat(story.isTrue("RotationBlocked")).isTrue();
    assertThat(story.reason("RotationBlocked")).isEqualTo("CreateFailed");

    story.runUntil("2026-11-26T00:20:00Z");
    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611260005");
    assertThat(story.isTrue("RotationBlocked")).isFalse();
    assertThat(story.ours()).hasSize(1);
  }

  @Test
  void aFullGroupBlocksTheRotationAndNothingElse() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));
    story.aws.quota = 2;
    story.aws.madeByOthers("of-somebody");
    story.runUntil("2026-11-25T02:00:00Z");

    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Reconciling")).isFalse();
    assertThat(story.isTrue("RotationBlocked")).isTrue();
    assertThat(story.reason("RotationBlocked")).isEqualTo("QuotaExceeded");
    assertThat(story.isPublishedActive()).isTrue();

    story.aws.deletedByOthers(arn("of-somebody"));
    story.run(Duration.ofMinutes(3));
    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611250005");
    assertThat(story.isTrue("RotationBlocked")).isFalse();
  }

  @Test
  void deleteFirstNeedsNoRoom() {
    RotationStory story = of("strategy: DeleteFirst");
    story.aws.quota = 1;
    story.runUntil("2026-11-25T00:10:00Z");

    assertThat(story.ours()).containsExactly("recent-202611250005");
    assertThat(story.operator.published).isEqualTo(arn("recent-202611250005"));
    assertThat(story.isTrue("Ready")).isTrue();
  }

  @Test
  void withALeadTimeTheNextIsActiveBeforeItsTickAndServesFromTheTickOn() {
    RotationStory story = of("leadTime: 5m");
    story.runUntil("2026-11-25T00:04:50Z");
    assertThat(story.ours()).contains("recent-202611250005");
    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611241200");

    story.runUntil("2026-11-25T00:05:20Z");
    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611250005");
  }

  @Test
  void whileSuspendedTicksAreIgnoredAndTheLatestIsMadeUpForAfterwards() {
    RotationStory story = of("suspend: true");
    story.runUntil("2026-11-26T12:00:00Z");
    assertThat(story.aws.creations).isEqualTo(1);
    assertThat(story.operator.status().nextRotationTime()).isNull();
  }

  @Test
  void whatSomebodyDeletesIsMadeAgainUnderItsName() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));
    story.aws.deletedByOthers(story.operator.published);
    story.run(Duration.ofMinutes(10));

    assertThat(story.operator.status().current().name()).isEqualTo("recent-202611241200");
    assertThat(story.isPublishedActive()).isTrue();
    story.runUntil("2026-11-25T00:20:00Z");
    assertThat(story.ours()).containsExactly("recent-202611250005");
  }

  @Test
  void theOldOneStaysWhileItsArnIsStillPublished() {
    RotationStory story = RotationStory.daily(1);
    story.runUntil("2026-11-25T00:04:00Z");
    story.operator.refusesToPublish = true;
    story.runUntil("2026-11-25T03:00:00Z");
    assertThat(story.operator.filter.lifecycle().arn()).isEqualTo(arn("recent-202611250005"));
    assertThat(story.isPublishedActive()).isTrue();

    story.operator.refusesToPublish = false;
    story.run(Duration.ofMinutes(5));
    assertThat(story.operator.published).isEqualTo(arn("recent-202611250005"));
    assertThat(story.ours()).hasSize(2);
    story.run(Duration.ofMinutes(15));
    assertThat(story.ours()).hasSize(1);
  }

  @Test
  void deletionOfTheCustomResourceRemovesAllOfItsFilters() {
    RotationStory story = RotationStory.daily(1);
    story.runUntil("2026-11-25T00:08:00Z");
    assertThat(story.ours()).hasSize(2);
    story.operator.filter.getMetadata().setDeletionTimestamp(story.aws.now.toString());
    story.run(Duration.ofMinutes(10));

    assertThat(story.operator.finished).isTrue();
    assertThat(story.ours()).isEmpty();
    assertThat(story.operator.published).isNull();
  }

  @Test
  void anInvalidTemplateSaysWhereAndTheOldOneServesOn() {
    RotationStory story = RotationStory.daily(1);
    story.run(Duration.ofMinutes(3));
    story.edit("INCLUDE ItemID WHERE Items.YEAR > ${nonsense}");
    story.run(Duration.ofMinutes(3));

    assertThat(story.isTrue("Ready")).isTrue();
    assertThat(story.isTrue("Stalled")).isTrue();
    assertThat(story.reason("Ready")).isEqualTo("InvalidSpec");
    assertThat(story.message("Ready")).startsWith("spec.expression: column 37");
  }

  @Test
  void aClockOfTheApiServerThatIsAheadDelaysNothing() {
    RotationStory story = RotationStory.daily(1);
    story.operator.filter.getMetadata().setCreationTimestamp("2027-06-01T00:00:00Z");
    story.runUntil("2026-11-25T00:20:00Z");

    assertThat(story.ours()).containsExactly("recent-202611250005");
    assertThat(story.aws.creations).isEqualTo(2);
  }

  @Test
  void theFirstTextStaysThoughItsCreationIsHeldUp() {
    RotationStory story = RotationStory.daily(1);
    story.operator.filter.getMetadata().setCreationTimestamp("2027-06-01T00:00:00Z");
    story.aws.quota = 0;
    story.run(Duration.ofMinutes(5));
    story.aws.quota = 1;
    story.run(Duration.ofMinutes(5));

    assertThat(story.ours()).containsExactly("recent-202611241200");
  }
}
