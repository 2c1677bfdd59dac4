package io.personalizeoperator.simulator.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of work that take time on the simulated clock, each with its default duration. {@code
 * PUT /_simulator/durations} changes them.
 */
public enum Durations {
  DATASET_GROUP("datasetGroup", "PT1M"),
  DATASET("dataset", "PT30S"),
  IMPORT("import", "PT10M"),
  EVENT_TRACKER("eventTracker", "PT1M"),
  SOLUTION("solution", "PT30S"),
  TRAINING("training", "PT1H"),
  CAMPAIGN("campaign", "PT12M"),
  CAMPAIGN_UPDATE("campaignUpdate", "PT8M"),
  FILTER("filter", "PT2M"),
  RECOMMENDER("recommender", "PT30M"),
  BATCH("batch", "PT40M"),
  EXPORT("export", "PT10M"),
  DELETE("delete", "PT1M"),
  SOLUTION_UPDATE("solutionUpdate", "PT30S"),
  DATASET_UPDATE("datasetUpdate", "PT1M"),
  RECOMMENDER_START("recommenderStart", "PT10M"),
  RECOMMENDER_STOP("recommenderStop", "PT5M"),
  RECOMMENDER_UPDATE("recommenderUpdate", "PT8M"),
  METRIC_ATTRIBUTION("metricAttribution", "PT1M"),
  DATA_DELETION("dataDeletion", "PT1H");

  private final String key;
  private final Duration initial;

  Durations(String key, String initial) {
    this.key = key;
    this.initial = Duration.parse(initial);
  }

  /** The name in the control API. */
  public String key() {
    return key;
  }

  /** The default duration. */
  public Duration initial() {
    return initial;
  }

  /** The constant with that name in the control API. */
  public static Optional<Durations> of(String key) {
    return Arrays.stream(values()).filter(work -> work.key.equals(key)).findFirst();
  }
}
