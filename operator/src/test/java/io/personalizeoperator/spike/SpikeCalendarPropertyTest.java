package io.personalizeoperator.spike;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.Spike;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At every minute of some days around clock changes, a calendar agrees with a slow oracle. */
class SpikeCalendarPropertyTest {
  private static final long SEED = 5;
  private static final int CALENDARS = 6;
  private static final int BASE = 10;
  private static final Duration LAID_OUT = Duration.ofHours(72);
  private static final Duration ASKED = Duration.ofHours(30);

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @CsvSource({
    "Europe/Madrid, 2026-03-29T01:00:00Z",
    "Europe/Madrid, 2026-10-25T01:00:00Z",
    "America/New_York, 2026-11-01T06:00:00Z",
    "Australia/Lord_Howe, 2026-10-03T15:30:00Z",
    "America/Sao_Paulo, 2018-11-04T03:00:00Z",
    "Pacific/Apia, 2011-12-30T10:00:00Z"
  })
  void theCalendarIsRightAtEveryMinuteAndNoChangeIsSkipped(ZoneId zone, Instant change) {
    for (int i = 0; i < CALENDARS; i++) {
      Duration update = Duration.ofMinutes(random.nextInt(100));
      List<Spike> spikes = spikes(zone, change);
      SpikeCalendar calendar = SpikeCalendar.of(spikes);
      assertThat(calendar.problems()).isEmpty();
      compare(spikes, calendar, LearnedLeadTime.NONE.plus(update), change);
    }
  }

  private static void compare(
      List<Spike> spikes, SpikeCalendar calendar, LearnedLeadTime learned, Instant change) {
    Duration lead = learned.leadFor(Duration.ofMinutes(30)).time();
    SpikeOracle oracle =
        new SpikeOracle(spikes, lead, change.minus(LAID_OUT), change.plus(LAID_OUT));
    SpikeOracle near =
        new SpikeOracle(
            spikes, lead.plus(learned.nextUpdate()), change.minus(LAID_OUT), change.plus(LAID_OUT));
    Instant next = change.plus(ASKED);
    BitSet nextState = oracle.stateAt(next);
    BitSet nextNear = near.stateAt(next);
    Instant nextChange = null;
    for (int minutes = 1; minutes <= ASKED.toMinutes() * 2; minutes++) {
      Instant now = next.minus(1, ChronoUnit.MINUTES);
      BitSet state = oracle.stateAt(now);
      BitSet nearState = near.stateAt(now);
      boolean isSame = state.equals(nextState) && nearState.equals(nextNear);
      nextChange = isSame ? nextChange : next;
      Supplier<String> asked = () -> "%s at %s, %s".formatted(spikes, now, learned);
      assertThat(calendar.wanted(BASE, now, learned)).as(asked).isEqualTo(oracle.wanted(BASE, now));
      assertThat(calendar.active(now, learned).isPresent()).as(asked).isEqualTo(!state.isEmpty());
      assertThat(calendar.wantedSoon(BASE, now, learned))
          .as(asked)
          .isEqualTo(near.wanted(BASE, now));
      assertThat(calendar.freezing(now, learned).isPresent())
          .as(asked)
          .isEqualTo(!nearState.isEmpty());
      Optional<Instant> answer = calendar.nextChange(now, learned);
      if (nextChange != null) {
        assertThat(answer).as(asked).contains(nextChange);
      } else {
        assertThat(answer.filter(at -> !at.isAfter(change.plus(ASKED)))).as(asked).isEmpty();
      }
      if (minutes % 60 == 0) {
        compareOccurrences(calendar.occurrences(now, learned, 10), oracle.occurrences(now), change);
      }
      next = now;
      nextState = state;
      nextNear = nearState;
    }
  }

  private static void compareOccurrences(
      List<SpikeWindow> answer, List<SpikeWindow> expected, Instant change) {
    assertThat(
            answer.stream()
                .filter(window -> window.start().isBefore(change.plus(LAID_OUT)))
                .toList())
        .isEqualTo(expected.stream().limit(10).toList());
  }

  private List<Spike> spikes(ZoneId zone, Instant change) {
    List<Spike> spikes = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String name = "spike-" + i;
      int tps = 1 + random.nextInt(40);
      String duration = 1 + random.nextInt(14) + "h" + random.nextInt(60) + "m";
      Spike spike =
          switch (random.nextInt(4)) {
            case 0 -> oneOff(name, zone, change, tps);
            case 1 ->
                Spikes.lasting(name, local(zone, change).toString(), duration, zone.getId(), tps);
            default -> Spikes.recurring(name, cron(), duration, zone.getId(), tps);
          };
      spikes.add(random.nextInt(8) == 0 ? Spikes.suspended(spike) : spike);
    }
    return spikes;
  }

  private Spike oneOff(String name, ZoneId zone, Instant change, int tps) {
    LocalDateTime start = local(zone, change);
    LocalDateTime end = start.plusHours(25).plusMinutes(random.nextInt(300));
    return Spikes.between(name, start.toString(), end.toString(), zone.getId(), tps);
  }

  /** A local time within 30 hours of the change, and often within 2. */
  private LocalDateTime local(ZoneId zone, Instant change) {
    int minutes = random.nextBoolean() ? 120 : 1800;
    return LocalDateTime.ofInstant(change, zone)
        .plusMinutes(random.nextInt(2 * minutes) - minutes)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  private String cron() {
    String[] minutes = {"0", "15", "30", "59", "*/20", "10,40", "7-9"};
    String[] hours = {"0", "1", "2", "3", "23", "20", "*/7", "*", "1-3", "0,12"};
    return minutes[random.nextInt(minutes.length)]
        + " "
        + hours[random.nextInt(hours.length)]
        + " * * "
        + (random.nextBoolean() ? "*" : "0,3,6");
  }
}
