package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the control API sets for trainings of one solution or version: how long they take, and their
 * results. Safe for use by many threads.
 */
public final class TrainingSettings {
  private static final String ANY = "*";
  private static final OfflineMetrics NONE = new OfflineMetrics(null, null);
  private final Map<String, Duration> durations = new HashMap<>();
  private final Map<String, OfflineMetrics> results = new HashMap<>();

  /** The duration of trainings of that solution; null: that of all trainings. */
  public synchronized Duration duration(String solution) {
    return durations.get(solution);
  }

  /** Sets the duration of trainings of that solution that start from now on. */
  public synchronized void duration(String solution, Duration duration) {
    durations.put(solution, duration);
  }

  /**
   * Sets the results of trainings of that solution, or of all ({@code "*"}), that end from now on.
   */
  public synchronized void results(String solution, OfflineMetrics figures) {
    results.put(solution, figures);
  }

  /**
   * Sets the results of one version. Its metrics change at once, also when it has been trained.
   *
   * @param version its name, or the last part of its ARN
   */
  public synchronized void results(String solution, String version, OfflineMetrics figures) {
    results.put(key(solution, version), figures);
  }

  /**
   * The results of a training that ends: of each figure the setting of the version, else that of
   * its solution, else that of {@code "*"}, else null for the simulator's own.
   *
   * @param name the version's name, or null
   * @param id the last part of its ARN
   */
  public synchronized OfflineMetrics results(String solution, String name, String id) {
    return ofVersion(solution, name, id)
        .or(results.getOrDefault(solution, NONE))
        .or(results.getOrDefault(ANY, NONE));
  }

  /** What is set for that version itself. */
  public synchronized OfflineMetrics ofVersion(String solution, String name, String id) {
    return results
        .getOrDefault(key(solution, id), NONE)
        .or(results.getOrDefault(key(solution, name), NONE));
  }

  private static String key(String solution, String version) {
    return solution + "/" + version;
  }

  synchronized void reset() {
    durations.clear();
    results.clear();
  }
}
