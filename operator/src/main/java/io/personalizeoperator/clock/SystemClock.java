package io.personalizeoperator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's own clock (UTC). */
public final class SystemClock implements OperatorClock {
  private final Clock clock = Clock.systemUTC();

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Duration inRealTime(Duration wait) {
    return wait;
  }

  @Override
  public double speed() {
    return 1;
  }

  @Override
  public void onChange(Runnable callback) {
    // The system's clock is corrected in small steps only; waits need no second look.
  }
}
