package io.personalizeoperator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still until the test moves it. */
public final class ManualClock implements OperatorClock {
  private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
  private volatile Instant now;
  private volatile double speed = 1;

  public ManualClock(Instant start) {
    now = start;
  }

  /** Jumps, and says so to those who wait. */
  public void set(Instant at) {
    now = at;
    callbacks.forEach(Runnable::run);
  }

  public void advance(Duration by) {
    set(now.plus(by));
  }

  /** Runs faster or slower, and says so to those who wait. */
  public void speed(double times) {
    speed = times;
    callbacks.forEach(Runnable::run);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Nothing becomes due by waiting. */
  @Override
  public Duration inRealTime(Duration wait) {
    return Duration.ofDays(1);
  }

  @Override
  public double speed() {
    return speed;
  }

  @Override
  public void onChange(Runnable callback) {
    callbacks.add(callback);
  }
}
