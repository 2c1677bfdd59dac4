package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the control API sets: durations, quotas, consistency lag and offline metrics. Safe for use
 * by many threads.
 */
public final class Settings {
  private final Map<Durations, Duration> durations = new EnumMap<>(Durations.class);
  private final Map<Quota, Integer> quotas = new EnumMap<>(Quota.class);
  private final Map<String, OfflineMetrics> metrics = new HashMap<>();
  private Integer requestsPerSecond;
  private Duration lag = Duration.ZERO;

  /** How long that takes on the simulated clock. */
  public synchronized Duration duration(Durations work) {
    return durations.getOrDefault(work, work.initial());
  }

  /** Sets how long that takes; zero means at once. */
  public synchronized void duration(Durations work, Duration duration) {
    durations.put(work, duration);
  }

  /** How many of that there may be. */
  public synchronized int quota(Quota quota) {
    return quotas.getOrDefault(quota, quota.initial());
  }

  /** Sets how many of that there may be. */
  public synchronized void quota(Quota quota, int limit) {
    quotas.put(quota, limit);
  }

  /** Calls per real second that a world answers before it throttles, or null for no limit. */
  public synchronized Integer requestsPerSecond() {
    return requestsPerSecond;
  }

  /** Sets the calls per real second; null for no limit. */
  public synchronized void requestsPerSecond(Integer limit) {
    requestsPerSecond = limit;
  }

  /** How long List and Describe do not show a call's effect, on the simulated clock. */
  public synchronized Duration lag() {
    return lag;
  }

  /** Sets that lag. */
  public synchronized void lag(Duration newLag) {
    lag = newLag;
  }

  /**
   * What trainings of that solution yield: its own entry, else that of {@code "*"}, else the
   * simulator's own figures.
   */
  public synchronized OfflineMetrics metrics(String solution) {
    OfflineMetrics own = metrics.get(solution);
    return own != null ? own : metrics.getOrDefault("*", new OfflineMetrics(null, null));
  }

  /** Sets what trainings of that solution (or {@code "*"}) yield from now on. */
  public synchronized void metrics(String solution, OfflineMetrics figures) {
    metrics.put(solution, figures);
  }

  /** Back to the defaults. */
  public synchronized void reset() {
    durations.clear();
    quotas.clear();
    metrics.clear();
    requestsPerSecond = null;
    lag = Duration.ZERO;
  }
}
