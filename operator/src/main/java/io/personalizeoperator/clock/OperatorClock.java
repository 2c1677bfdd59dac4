package io.personalizeoperator.clock;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time that the operator lives in. In production it is the system's; with a simulator it is the
 * simulator's, which may run many times faster, stand still or jump ahead.
 */
public interface OperatorClock extends InstantSource {
  /**
   * How long a wait lasts on the machine.
   *
   * @param wait a duration on this clock
   * @return the same duration in real time; very long while the clock is stopped
   */
  Duration inRealTime(Duration wait);

  /** How many seconds of this clock pass in a real second; 1 for the system's clock. */
  double speed();

  /**
   * Calls back when this clock jumps or changes its speed, so that waits can be measured again.
   *
   * @param callback quick and free of exceptions
   */
  void onChange(Runnable callback);
}
