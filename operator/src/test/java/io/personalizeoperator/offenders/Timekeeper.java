package io.personalizeoperator.offenders;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Asks the machine for the time in all the ways that are not allowed. */
final class Timekeeper {
  List<Object> ask() {
    return List.of(
        Instant.now(),
        LocalDate.now(),
        System.currentTimeMillis(),
        Clock.systemUTC(),
        InstantSource.system());
  }
}
