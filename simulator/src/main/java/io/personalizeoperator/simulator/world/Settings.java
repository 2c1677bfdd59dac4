package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of the control API: durations, quotas, consistency lag and offline metrics. Safe for
 * use by many threads.
 */
public final class Settings {
  private final Map<Durations, Duration> durations = new EnumMap<>(Durations.class);
  private final Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
  private final Map<String, OfflineMetrics> metrics = new HashMap<>();
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

  /**
   * The results of trainings of that solution: its own setting, else that of {@code "*"}, else the
   * simulator's own figures.
   */
  public synchronized OfflineMetrics metrics(String solution) {
    OfflineMetrics own = metrics.get(solution);
    return own != null ? own : metrics.getOrDefault("*", new OfflineMetrics(null, null));
  }

  /**
   * Sets the results of trainings of that solution, or of all ({@code "*"}), that end from now on.
   */
  public synchronized void metrics(String solution, OfflineMetrics figures) {
    metrics.put(solution, figures);
  }

  /** Restores the defaults. */
  public synchronized void reset() {
    durations.clear();
    quotas.clear();
    metrics.clear();
    requestsPerSecond = null;
    lag = Duration.ZERO;
  }
}
