package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The settings of the control API: durations, quotas, consistency lag and what is set for
 * trainings. Safe for use by many threads.
 */
public final class Settings {
  private final Map<Durations, Duration> durations = new EnumMap<>(Durations.class);
  private final Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
  private final TrainingSettings trainings = new TrainingSettings();
  private Integer requestsPerSecond;
  private Duration lag = Duration.ZERO;

  /** The duration of that work on the simulated clock. */
  public synchronized Duration duration(Durations work) {
    return durations.getOrDefault(work, work.initial());
  }

  /** Sets the duration of that work; with zero it is done at once. */
  public synchronized void duration(Durations work, Duration duration) {
    durations.put(work, duration);
  }

  /** The limit of that quota. */
  public synchronized int quota(Quota quota) {
    return quotas.getOrDefault(quota, quota.initial());
  }

  /** Sets the limit of that quota. */
  public synchronized void quota(Quota quota, int limit) {
    quotas.put(quota, limit);
  }

  /** The calls per real second that a world allows before it throttles; null: no limit. */
  public synchronized Integer requestsPerSecond() {
    return requestsPerSecond;
  }

  /** Sets the allowed calls per real second; null: no limit. */
  public synchronized void requestsPerSecond(Integer limit) {
    requestsPerSecond = limit;
  }

  /** The time on the simulated clock after which List and Describe show the effect of a call. */
  public synchronized Duration lag() {
    return lag;
  }

  /** Sets that lag. */
  public synchronized void lag(Duration newLag) {
    lag = newLag;
  }

  /** What is set for trainings of single solutions and versions. */
  public TrainingSettings trainings() {
    return trainings;
  }

  /** The duration of a training of that solution. */
  public Duration training(String solution) {
    Duration own = trainings.duration(solution);
    return own == null ? duration(Durations.TRAINING) : own;
  }

  /** Restores the defaults. */
  public synchronized void reset() {
    durations.clear();
    quotas.clear();
    trainings.reset();
    requestsPerSecond = null;
    lag = Duration.ZERO;
  }
}
