package io.personalizeoperator.clock;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private final ManualClock clock = new ManualClock(START);
  private final ManualScheduler scheduler = new ManualScheduler();
  private final Alarms alarms = new Alarms(clock, scheduler);
  private final List<String> rung = new ArrayList<>();

  @AfterEach
  void close() {
    alarms.close();
  }

  private void set(String key, int second) {
    set(key, second, key);
  }

  private void set(String key, int second, String entry) {
    alarms.set(key, START.plusSeconds(second), () -> rung.add(entry));
  }

  /** Lets the scheduler run what is due. */
  private void settle() {
    scheduler.run();
  }

  @Test
  void alarmsGoOffInTheOrderOfTheirTimesNotOfTheirSetting() {
    set("third", 30);
    set("first", 10);
    set("second", 20);

    clock.set(START.plusSeconds(30));
    settle();

    assertThat(rung).containsExactly("first", "second", "third");
  }

  @Test
  void alarmsOfTheSameInstantGoOffInTheOrderOfTheirSetting() {
    set("b", 10);
    set("a", 10);
    set("c", 10);

    clock.set(START.plusSeconds(10));
    settle();

    assertThat(rung).containsExactly("b", "a", "c");
  }

  @Test
  void alarmsOfTheSameInstantGoOffInTheOrderOfWhatTheyAreNeededFor() {
    Instant at = START.plusSeconds(10);
    set("whenever", 10);
    alarms.set("second", at, START.plusSeconds(700), () -> rung.add("second"));
    alarms.set("first", at, START.plusSeconds(600), () -> rung.add("first"));
    alarms.set("earlier", at.minusSeconds(1), () -> rung.add("earlier"));

    clock.set(at);
    settle();

    assertThat(rung).containsExactly("earlier", "first", "second", "whenever");
  }

  @Test
  void nothingGoesOffBeforeItsTime() {
    set("later", 10);

    clock.set(START.plusSeconds(10).minusNanos(1));
    settle();
    assertThat(rung).isEmpty();

    clock.set(START.plusSeconds(10));
    settle();
    assertThat(rung).containsExactly("later");
  }

  @Test
  void anAlarmInThePastGoesOffAtOnce() {
    set("past", -5);
    assertThat(rung).as("not within the call").isEmpty();

    settle();
    assertThat(rung).containsExactly("past");
  }

  @Test
  void aKeyHasOneAlarmAndTheLastSettingCounts() {
    set("key", 10, "old");
    set("key", 20, "new");

    clock.set(START.plusSeconds(10));
    settle();
    assertThat(rung).isEmpty();

    clock.set(START.plusSeconds(20));
    settle();
    assertThat(rung).containsExactly("new");
  }

  @Test
  void anAlarmCanBeSetEarlier() {
    set("key", 20, "late");
    set("key", 10, "early");

    clock.set(START.plusSeconds(20));
    settle();

    assertThat(rung).containsExactly("early");
  }

  @Test
  void aClearedAlarmDoesNotGoOff() {
    set("kept", 10);
    set("cleared", 10);
    alarms.clear("cleared");
    alarms.clear("never set");

    clock.set(START.plusSeconds(10));
    settle();

    assertThat(rung).containsExactly("kept");
  }

  @Test
  void aClockThatJumpsMakesAllThatIsDueGoOffAndLeavesTheRest() {
    set("an hour", 3_600);
    set("a day", 86_400);
    set("a week", 604_800);

    clock.set(START.plusSeconds(100_000));
    settle();
    assertThat(rung).containsExactly("an hour", "a day");

    clock.set(START.plusSeconds(604_800));
    settle();
    assertThat(rung).containsExactly("an hour", "a day", "a week");
  }

  @Test
  void aCallbackThatFailsHoldsUpNoOther() {
    alarms.set(
        "bad",
        START.plusSeconds(5),
        () -> {
          throw new IllegalStateException("on purpose");
        });
    set("good", 5);

    clock.set(START.plusSeconds(5));
    settle();

    assertThat(rung).containsExactly("good");
  }

  @Test
  void aCallbackCanSetAnAlarmOfItsOwnKey() {
    alarms.set("key", START, () -> set("key", 10, "again"));
    settle();

    clock.set(START.plusSeconds(10));
    settle();

    assertThat(rung).containsExactly("again");
  }

  @Test
  void aTimeBeyondAllReckoningHoldsUpNoOther() {
    Alarms real = new Alarms(new SystemClock(), scheduler);
    real.set("never", Instant.MAX, () -> rung.add("never"));
    real.set("now", Instant.EPOCH, () -> rung.add("now"));
    settle();
    assertThat(rung).containsExactly("now");

    real.set("again", Instant.EPOCH, () -> rung.add("again"));
    settle();
    assertThat(rung).containsExactly("now", "again");
    assertThat(scheduler.pending()).as("one callback for all that is left").isEqualTo(1);
  }

  @Test
  void nothingGoesOffOnceTheyAreClosed() {
    set("first", 10);
    set("second", 20);
    alarms.set("closes", START, alarms::close);

    clock.set(START.plusSeconds(20));
    settle();

    assertThat(rung).isEmpty();
    assertThat(scheduler.pending()).isZero();
  }

  @Test
  void onTheSystemsClockAnAlarmGoesOffWithoutAnybodyMovingIt() {
    SystemClock real = new SystemClock();
    try (SystemScheduler ticking = new SystemScheduler();
        Alarms realAlarms = new Alarms(real, ticking)) {
      Instant due = real.instant().plus(Duration.ofMillis(30));
      List<Instant> at = new CopyOnWriteArrayList<>();
      realAlarms.set("soon", due, () -> at.add(real.instant()));

      await().until(() -> !at.isEmpty());
      assertThat(at.getFirst()).isAfterOrEqualTo(due);
    }
  }
}
