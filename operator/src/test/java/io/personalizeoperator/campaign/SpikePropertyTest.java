package io.personalizeoperator.campaign;

import static io.personalizeoperator.campaign.SpikeTest.blackFriday;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.spike.LearnedLeadTime;
import io.personalizeoperator.spike.SpikeCalendar;
import io.personalizeoperator.spike.SpikeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weeks with spikes, promotions and crashes at random, from fixed seeds; and a crash at each step.
 */
class SpikePropertyTest {
  private static final Instant START = Instant.parse("2027-03-22T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  /** Windows that were to be raised before the campaign was there are late. */
  private static final Duration FIRST_LEADS = Duration.ofMinutes(90);

  private static final int SLACK_SECONDS = 60;

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCapacityIsThereFromStartToEndAndGoneAMinuteAfter(int seed) {
    Random random = new Random(seed);
    SimulatedCampaign campaign = new SimulatedCampaign(START.toString(), spec(random));
    SpikeCalendar calendar = SpikeCalendar.of(campaign.resource().getSpec().spikes());
    Instant busySince = null;
    for (Instant at = START; at.isBefore(START.plus(WEEK)); at = at.plusSeconds(60)) {
      campaign.aws.takes(Duration.ofSeconds(120 + random.nextInt(600)));
      campaign.until(at);
      busySince = campaign.aws.isBusy() ? busySince == null ? at : busySince : null;
      check(campaign, calendar, at, busySince);
      if (random.nextInt(700) == 0) {
        campaign.promote("v" + at.getEpochSecond());
      }
      if (random.nextInt(1000) == 0) {
        campaign.killedAtStep(campaign.steps() + random.nextInt(6));
      }
    }
    assertThat(campaign.told("SpikeCapacityLate"))
        .allSatisfy(late -> assertThat(late.at()).isBefore(START.plus(FIRST_LEADS)));
    assertThat(campaign.sent).isNotEmpty();
    assertThat(campaign.actionsSoFar() - campaign.readsSoFar())
        .isLessThan(campaign.sent.size() + 200);
  }

  /** AWS refuses a second update at once; see AwsCampaign. */
  private static void check(
      SimulatedCampaign campaign, SpikeCalendar calendar, Instant at, Instant busySince) {
    int live = campaign.aws.serving().minProvisionedTPS();
    List<SpikeWindow> near = calendar.occurrences(at, LearnedLeadTime.NONE, 20);
    int needed =
        near.stream()
            .filter(window -> window.hasStarted(at) && !window.raise().isBefore(START))
            .mapToInt(SpikeWindow::minProvisionedTPS)
            .max()
            .orElse(1);
    assertThat(live).as("live minimum at " + at).isGreaterThanOrEqualTo(needed);

    LearnedLeadTime learned = learned(campaign);
    Instant aMinuteAgo = at.minusSeconds(SLACK_SECONDS);
    boolean longSettled =
        busySince == null
            && calendar.wanted(3, aMinuteAgo, learned) == calendar.wanted(3, at, learned);
    if (longSettled) {
      assertThat(live).as("live minimum at " + at).isEqualTo(calendar.wanted(3, at, learned));
    }
  }

  private static LearnedLeadTime learned(SimulatedCampaign campaign) {
    return UpdateHistory.of(campaign.status()).durations();
  }

  /** Every lead is long enough for an update under way and one more. */
  private static String spec(Random random) {
    StringBuilder spec = new StringBuilder("minProvisionedTPS: 3\nspikes:\n");
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      String when =
          random.nextBoolean()
              ? "cron: \"%d %d * * *\"".formatted(random.nextInt(60), random.nextInt(24))
              : "start: \"2027-03-%02dT%02d:%02d\""
                  .formatted(22 + random.nextInt(7), random.nextInt(24), random.nextInt(60));
      spec.append(
          "- {name: s%d, %s, duration: %dm, timeZone: Europe/Madrid, minProvisionedTPS: %d, leadTime: %dm}\n"
              .formatted(
                  i,
                  when,
                  5 + random.nextInt(600),
                  4 + random.nextInt(200),
                  30 + random.nextInt(60)));
    }
    return spec + (random.nextBoolean() ? "rolloutsDuringSpikes: Allow\n" : "");
  }

  @Test
  void aCrashAtAnyStepCostsNoSecondUpdateAndNoMinute() {
    int steps = story(-1).steps();
    List<String> whole = story(-1).updates();
    assertThat(whole).hasSize(3);
    for (int step = 0; step < steps; step++) {
      assertThat(story(step).updates()).as("crash at step " + step).isEqualTo(whole);
    }
  }

  private static SimulatedCampaign story(int killedAt) {
    SimulatedCampaign campaign = blackFriday().killedAtStep(killedAt);
    campaign.until("2026-11-26T23:30:00Z").promote("v2").until("2026-11-27T10:00:00Z").console(9);
    return campaign.until("2026-11-28T12:00:00Z");
  }
}
