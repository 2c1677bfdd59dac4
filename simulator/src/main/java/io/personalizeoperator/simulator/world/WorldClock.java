package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of all worlds: real time, scaled by a speed, from its own start. It never goes back.
 */
public final class WorldClock implements InstantSource {
  /**
   * The latest time of the clock: late enough for any schedule, and early enough to keep sums in
   * range.
   */
  public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final InstantSource real;
  private Instant realBase;
  private Instant base;
  private double speed;

  /**
   * Creates a clock that shows {@code start} now.
   *
   * @param speed simulated seconds per real second; 0 stops the clock
   */
  public WorldClock(InstantSource real, Instant start, double speed) {
    this.real = real;
    this.realBase = real.instant();
    this.base = start;
    this.speed = speed;
  }

  @Override
  public synchronized Instant instant() {
    Instant realNow = real.instant();
    if (realNow.isAfter(realBase)) {
      double elapsed = (double) Duration.between(realBase, realNow).toNanos() * speed;
      Instant moved = base.plusNanos((long) Math.min(elapsed, Long.MAX_VALUE / 2.0));
      base = moved.isAfter(END) ? END : moved;
    }
    // When the real clock was set back, time stops for a moment and does not go back.
    realBase = realNow;
    return base;
  }

  /** Simulated seconds per real second. */
  public synchronized double speed() {
    return speed;
  }

  /** Changes the speed from now on; 0 stops the clock. */
  public synchronized void speed(double newSpeed) {
    instant();
    speed = newSpeed;
  }

  /** Moves the clock to a later time; an earlier time changes nothing. */
  public synchronized void moveTo(Instant later) {
    if (later.isAfter(instant())) {
      base = later;
    }
  }

  /** Moves the clock forward. */
  public synchronized void advance(Duration step) {
    base = instant().plus(step);
  }
}
