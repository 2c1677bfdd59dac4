package io.personalizeoperator.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.spike.LearnedLeadTime.Lead;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How earlier updates move the raise of later ones. */
class LearnedLeadTimeTest {
  private static final Duration ASKED = Duration.ofMinutes(30);

  @Test
  void theLongestOfTheLastUpdatesCountsWhenItIsLongerThanAsked() {
    LearnedLeadTime learned =
        new LearnedLeadTime(List.of(Duration.ofMinutes(45), Duration.ofMinutes(7)));
    assertThat(learned.leadFor(ASKED)).isEqualTo(new Lead(Duration.ofMinutes(45), true));
    assertThat(learned.leadFor(Duration.ofHours(1)))
        .isEqualTo(new Lead(Duration.ofHours(1), false));
    assertThat(LearnedLeadTime.NONE.leadFor(ASKED)).isEqualTo(new Lead(ASKED, false));
  }

  @Test
  void theLeadIsAtMostTwiceWhatWasAsked() {
    LearnedLeadTime learned = new LearnedLeadTime(List.of(Duration.ofHours(3)));
    assertThat(learned.leadFor(ASKED)).isEqualTo(new Lead(Duration.ofHours(1), true));
    assertThat(learned.leadFor(Duration.ZERO)).isEqualTo(new Lead(Duration.ZERO, false));
  }

  @Test
  void onlyTheLastFiveUpdatesAreKept() {
    LearnedLeadTime learned = LearnedLeadTime.NONE;
    for (int minutes = 60; minutes > 53; minutes--) {
      learned = learned.plus(Duration.ofMinutes(minutes));
    }
    assertThat(learned.lastUpdates())
        .extracting(Duration::toMinutes)
        .containsExactly(58L, 57L, 56L, 55L, 54L);
    assertThat(learned.leadFor(ASKED).time()).hasMinutes(58);
  }

  @Test
  void partsOfASecondAreCountedInFullAndWhatIsNoDurationNotAtAll() {
    LearnedLeadTime learned =
        new LearnedLeadTime(
            List.of(Duration.ofMillis(1500), Duration.ZERO, Duration.ofSeconds(-3)));
    assertThat(learned.lastUpdates()).containsExactly(Duration.ofSeconds(2));
  }
}
