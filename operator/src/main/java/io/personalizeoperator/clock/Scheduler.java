package io.personalizeoperator.clock;

/**
 * Calls back after a while of real time, one callback at a time, in the order in which they are
 * due. Rates and patience are measured in its time; what happens at a date belongs to {@link
 * Alarms}.
 */
public interface Scheduler extends Ticker {
  /** A callback that is due later. */
  interface Scheduled {
    /** Takes it back, unless it has run. */
    void cancel();
  }

  /**
   * Calls back later.
   *
   * @param nanos how long to wait; zero or less is as soon as possible, but never within this call
   * @param callback has to be quick, as others wait for it
   */
  Scheduled after(long nanos, Runnable callback);
}
