package io.personalizeoperator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthChecksTest {
  private final HealthChecks health = new HealthChecks();

  @Test
  void withoutFaultsThereAreNoLines() {
    health.addThread("alarms", () -> true);
    health.add("sweeps", List::of);

    assertThat(health.faults()).isEmpty();
  }

  @Test
  void eachFaultIsALineThatNamesItsPart() {
    AtomicBoolean alive = new AtomicBoolean(true);
    health.addThread("alarms", alive::get);
    health.add("sweeps", () -> List.of("no sweep of filter", "no sweep of campaign"));
    alive.set(false);

    assertThat(health.faults())
        .containsExactly(
            "alarms: its thread has died",
            "sweeps: no sweep of filter",
            "sweeps: no sweep of campaign");
  }

  @Test
  void onlyFaultsThatEndWithTheProcessAreVital() {
    health.addThread("alarms", () -> false);
    health.addVital("sweeps", () -> List.of("no sweep of filter"));
    health.add("controllers", () -> List.of("no watch"));

    assertThat(health.vitalFaults())
        .containsExactly("alarms: its thread has died", "sweeps: no sweep of filter");
    assertThat(health.faults()).contains("controllers: no watch");
  }

  @Test
  void aCheckThatFailsIsAFaultAndHidesNoOther() {
    health.add(
        "broken",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    health.addThread("alarms", () -> false);

    assertThat(health.faults())
        .containsExactly(
            "broken: the check failed: java.lang.IllegalStateException: on purpose",
            "alarms: its thread has died");
  }
}
