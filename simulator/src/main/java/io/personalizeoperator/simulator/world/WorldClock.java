package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock on which everything in the simulator moves: real time, scaled by a speed, from a start
 * of its own. It never goes back.
 */
public final class WorldClock implements InstantSource {
  /**
   * The latest moment it takes, far enough for any schedule and near enough that sums stay in
   * range.
   */
  public static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final InstantSource real;
  private Instant realBase;
  private Instant base;
  private double speed;

  /**
   * A clock that shows {@code start} now.
   *
   * @param speed simulated seconds to a real second; 0 stands still
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
    // Also when the real clock was set back: time stands for a moment rather than going back.
    realBase = realNow;
    return base;
  }

  /** Simulated seconds to a real second. */
  public synchronized double speed() {
    return speed;
  }

  /** Changes the speed from now on; 0 stops the clock. */
  public synchronized void speed(double newSpeed) {
    instant();
    speed = newSpeed;
  }

  /** Moves the clock to a later moment; an earlier one changes nothing. */
  public synchronized void moveTo(Instant later) {
    if (later.isAfter(instant())) {
      base = later;
    }
  }

  /** Moves the clock on. */
  public synchronized void advance(Duration step) {
    base = instant().plus(step);
  }
}
